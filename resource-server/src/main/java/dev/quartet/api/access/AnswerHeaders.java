package dev.quartet.api.access;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Tells browsers and caches to do nothing with an answer that the API did not mean. They
 * are set first, so a handler that means something else sets it over them.
 */
final class AnswerHeaders implements Filter {

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletResponse http = (HttpServletResponse) response;
		http.addHeader("X-Content-Type-Options", "nosniff");
		http.addHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
		http.addHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		http.addHeader("Referrer-Policy", "no-referrer");
		StrictTransport.demand((HttpServletRequest) request, http);
		chain.doFilter(request, response);
	}

}
