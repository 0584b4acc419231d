package dev.quartet.auth.protocol;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells a machine which method an endpoint takes, instead of sending it to a login page
 * (RFC 9110 §15.5.6); stands behind the answers to scripts of other origins.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class EndpointMethods extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !Endpoints.takePostsOnly(request) || HttpMethod.POST.matches(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader(HttpHeaders.ALLOW, "POST, OPTIONS");
		if (HttpMethod.OPTIONS.matches(request.getMethod())) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
			return;
		}
		MachineErrors.write(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "invalid_request",
				"This endpoint takes POST only");
	}

}
