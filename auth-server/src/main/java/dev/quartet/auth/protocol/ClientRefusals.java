package dev.quartet.auth.protocol;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Answers a client that did not prove who it is (RFC 6749 §5.2): always in the same
 * words, whatever was wrong, so that nobody learns which clients there are.
 */
class ClientRefusals implements AuthenticationFailureHandler {

	static final String CHALLENGE = "Basic realm=\"Quartet\"";

	private static final String CLIENT_HINT = "The client is unknown, or this is not its registered "
			+ "token_endpoint_auth_method, or its credentials are wrong, expired or already used";

	private static final String GRANT_HINT = "The code is unknown, expired or used, or code_verifier does not belong to it";

	private final ClientGuesses guesses;

	ClientRefusals(ClientGuesses guesses) {
		this.guesses = guesses;
	}

	static OAuth2AuthenticationException invalidClient() {
		return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
	}

	/** The text is one of ours. */
	static OAuth2AuthenticationException invalidRequest(String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null));
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException cause) throws IOException {
		SecurityContextHolder.clearContext();
		OAuth2Error error = ((OAuth2AuthenticationException) cause).getError();
		switch (error.getErrorCode()) {
			case OAuth2ErrorCodes.INVALID_REQUEST -> refuse(response, OAuth2ErrorCodes.INVALID_REQUEST,
					Objects.requireNonNullElse(error.getDescription(), "The request is malformed"));
			case OAuth2ErrorCodes.INVALID_GRANT -> refuse(response, OAuth2ErrorCodes.INVALID_GRANT, GRANT_HINT);
			default -> refuseClient(request, response);
		}
	}

	private void refuseClient(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.guesses.isOneTooMany(request.getRemoteAddr())) {
			refuseGuessing(response);
			return;
		}
		// Clients that sent none take a challenge for the whole answer (RFC 6749 §5.2).
		if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
		}
		MachineErrors.write(response, HttpServletResponse.SC_UNAUTHORIZED, OAuth2ErrorCodes.INVALID_CLIENT,
				CLIENT_HINT);
	}

	private static void refuseGuessing(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ClientGuesses.WINDOW.toSeconds()));
		MachineErrors.write(response, HttpStatus.TOO_MANY_REQUESTS.value(), "temporarily_unavailable",
				"Too many wrong credentials came from this address");
	}

	private static void refuse(HttpServletResponse response, String error, String description) throws IOException {
		MachineErrors.write(response, HttpServletResponse.SC_BAD_REQUEST, error, description);
	}

}
