package dev.quartet.auth.web;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Replaces Tomcat's own error page, which answers requests that reach no application,
 * such as those with too long a header.
 */
@Component
class TomcatErrorPages implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final ObjectProvider<ErrorPageRenderer> renderer;

	TomcatErrorPages(ObjectProvider<ErrorPageRenderer> renderer) {
		this.renderer = renderer;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		factory.addContextCustomizers((context) -> context.getParent()
			.getPipeline()
			.addValve(new ErrorValve(this.renderer, context.getServletContext())));
	}

	/** Writes the answer when nothing else has. */
	private static final class ErrorValve extends ErrorReportValve {

		private final ObjectProvider<ErrorPageRenderer> renderer;

		private final ServletContext application;

		ErrorValve(ObjectProvider<ErrorPageRenderer> renderer, ServletContext application) {
			this.renderer = renderer;
			this.application = application;
		}

		@Override
		protected void report(Request request, Response response, @Nullable Throwable cause) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			response.setHeader(RequestIds.HEADER, RequestIds.of(request));
			try {
				this.renderer.getObject()
					.answer(new Unmapped(request, this.application), response, ErrorPage.of(response.getStatus()));
				response.finishResponse();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** Lends the application's context to a request that never reached it. */
	private static final class Unmapped extends HttpServletRequestWrapper {

		private final ServletContext application;

		Unmapped(HttpServletRequest request, ServletContext application) {
			super(request);
			this.application = application;
		}

		@Override
		public ServletContext getServletContext() {
			return this.application;
		}

		@Override
		public String getContextPath() {
			return this.application.getContextPath();
		}

	}

}
