package dev.quartet.api.docs;

import java.io.IOException;

import dev.quartet.api.access.StrictTransport;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Lets the page run its own scripts and reach the API and the issuer, and nothing else.
 */
final class DocsHeaders implements Filter {

	private final String contentPolicy;

	DocsHeaders(DocsSettings settings) {
		this.contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
				+ "connect-src 'self' " + settings.issuerOrigin()
				+ "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletResponse answer = (HttpServletResponse) response;
		answer.setHeader("Content-Security-Policy", contentPolicy);
		answer.setHeader("X-Content-Type-Options", "nosniff");
		answer.setHeader("X-Frame-Options", "DENY");
		answer.setHeader("Referrer-Policy", "no-referrer");
		StrictTransport.demand((HttpServletRequest) request, answer);
		// What does not change has its own, longer life.
		answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		chain.doFilter(request, response);
	}

}
