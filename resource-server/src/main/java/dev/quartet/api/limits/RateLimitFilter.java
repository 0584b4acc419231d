package dev.quartet.api.limits;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Counts the requests that are let in; {@code access} has the refused ones counted. */
final class RateLimitFilter implements Filter {

	private static final String HEALTH = "/actuator/health";

	private final RateLimit limit;

	RateLimitFilter(RateLimit limit) {
		this.limit = limit;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest http = (HttpServletRequest) request;
		if (isWatching(http) || !limit.answers(http, (HttpServletResponse) response)) {
			chain.doFilter(request, response);
		}
	}

	// Whoever watches over the instance must not be told that it is ill because of what
	// others send, who may have the same address.
	private static boolean isWatching(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
	}

}
