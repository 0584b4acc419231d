package dev.quartet.app.web;

import java.io.IOException;
import java.io.Writer;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers requests so broken or large that they never reach our pages. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new PlainReport()));
	}

	/** Writes a page that needs nothing else. */
	private static final class PlainReport extends ErrorReportValve {

		private static final Logger log = LoggerFactory.getLogger(PlainReport.class);

		private static final String PAGE = """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><title>This request cannot be read · Quartet</title>
				<meta name="color-scheme" content="light dark"></head>
				<body><main><h1>This request cannot be read</h1>
				<p>What your browser sent is broken, or larger than this app accepts.</p>
				<p><a href="/">Go to the home page</a></p></main></body>
				</html>
				""";

		@Override
		protected void report(Request request, Response response, @Nullable Throwable throwable) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			try {
				response.setContentType("text/html;charset=UTF-8");
				response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
				response.setHeader("Cache-Control", "no-store");
				response.setHeader("X-Content-Type-Options", "nosniff");
				Writer page = response.getReporter();
				if (page != null) {
					page.write(PAGE);
					response.finishResponse();
				}
			}
			catch (IOException ex) {
				log.debug("The caller has gone", ex);
			}
		}

	}

}
