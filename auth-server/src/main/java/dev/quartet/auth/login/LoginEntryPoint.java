package dev.quartet.auth.login;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Sends a person who is not signed in to the login page, with the way back in her hand.
 */
@Component
class LoginEntryPoint implements AuthenticationEntryPoint {

	/** With any other one it is no person who comes, and no page to come back to. */
	private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		if (!METHODS.contains(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
			response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
			return;
		}
		response.sendRedirect(WayBack.of(request).loginPage());
	}

}
