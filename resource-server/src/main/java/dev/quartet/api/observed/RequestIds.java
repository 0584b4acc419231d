package dev.quartet.api.observed;

import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/**
 * Gives each request an id that its answer, its problem body and the log lines about it
 * share. It is ours alone: a caller who chose it could make two requests look like one.
 */
final class RequestIds implements Filter {

	/** Names the request attribute, the entry of the log and the member of a problem. */
	static final String NAME = "requestId";

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		String id = idOf(request);
		((HttpServletResponse) response).setHeader("X-Request-Id", id);
		MDC.put(NAME, id);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(NAME);
		}
	}

	// The error page is told of the request that failed. A label need not be hard to
	// guess.
	private static String idOf(ServletRequest request) {
		if (request.getAttribute(NAME) instanceof String known) {
			return known;
		}
		String fresh = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
		request.setAttribute(NAME, fresh);
		return fresh;
	}

}
