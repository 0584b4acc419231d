package dev.quartet.api.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Lets the scripts of known origins read our answers, refusals too, and answers what
 * their browsers ask beforehand. Everybody else gets the plain answer: without these
 * headers a browser keeps it from the script. No cookie counts here, so none is allowed.
 */
final class CrossOriginRules implements Filter {

	private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";

	private static final String SENT = "Authorization, DPoP, Content-Type, If-Match, If-None-Match";

	private static final String READ = "WWW-Authenticate, DPoP-Nonce, ETag, Location, Link, Retry-After, RateLimit, "
			+ "RateLimit-Policy, X-Request-Id";

	private static final String TEN_MINUTES = "600";

	private final Set<String> origins;

	CrossOriginRules(Set<String> origins) {
		this.origins = origins;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest http = (HttpServletRequest) request;
		HttpServletResponse answer = (HttpServletResponse) response;
		answer.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		String origin = http.getHeader(HttpHeaders.ORIGIN);
		if (origin == null || !origins.contains(origin)) {
			chain.doFilter(request, response);
			return;
		}
		answer.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
		if (isPreflight(http)) {
			answerPreflight(answer);
			return;
		}
		answer.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READ);
		chain.doFilter(request, response);
	}

	private static boolean isPreflight(HttpServletRequest request) {
		return HttpMethod.OPTIONS.matches(request.getMethod())
				&& request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
	}

	private static void answerPreflight(HttpServletResponse answer) {
		answer.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
		answer.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
		answer.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TEN_MINUTES);
		answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
	}

}
