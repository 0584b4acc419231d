package dev.quartet.auth.protocol;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Asks a person to sign in, and a machine for what it forgot, in the way of each
 * endpoint.
 */
class ProtocolEntryPoint implements AuthenticationEntryPoint {

	private final AuthenticationEntryPoint login;

	private final AuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();

	ProtocolEntryPoint(AuthenticationEntryPoint login) {
		this.login = login;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException, ServletException {
		if (Endpoints.isAuthorize(request)) {
			this.login.commence(request, response, cause);
		}
		else if (Endpoints.isUserInfo(request)) {
			this.bearer.commence(request, response, cause);
		}
		else {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ClientRefusals.CHALLENGE);
			MachineErrors.write(response, HttpServletResponse.SC_UNAUTHORIZED, "invalid_client",
					"The client did not authenticate");
		}
	}

}
