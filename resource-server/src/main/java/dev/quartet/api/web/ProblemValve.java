package dev.quartet.api.web;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what Tomcat itself refuses, such as a header that is too large, as a problem
 * too.
 */
final class ProblemValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable cause) {
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		AtomicBoolean open = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
		if (open.get()) {
			write(response, status);
		}
	}

	private void write(Response response, HttpStatus status) {
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		try {
			Writer body = response.getReporter();
			if (body != null) {
				body.write("{\"status\":%d,\"title\":\"%s\"}".formatted(status.value(), status.getReasonPhrase()));
				response.finishResponse();
			}
		}
		catch (IOException gone) {
			container.getLogger().debug("Nobody waits for the answer any more", gone);
		}
	}

}
