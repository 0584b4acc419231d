package dev.quartet.auth.consents;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** The errors that end a consent (RFC 6749 §4.1.2.1). */
final class ConsentRefusals {

	private static final String CLAUSE = "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1";

	private ConsentRefusals() {
	}

	/**
	 * Nothing is known of the client that may be trusted, so this one stays on our own
	 * page.
	 */
	static OAuth2AuthenticationException expired() {
		return new OAuth2AuthorizationCodeRequestAuthenticationException(
				new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "OAuth 2.0 Parameter: state", CLAUSE), null);
	}

	static OAuth2AuthenticationException denied(OAuth2AuthorizationRequest request, Authentication person) {
		return atTheClient(OAuth2ErrorCodes.ACCESS_DENIED, "The person did not allow access", request, person);
	}

	static OAuth2AuthenticationException tampered(OAuth2AuthorizationRequest request, Authentication person) {
		return atTheClient(OAuth2ErrorCodes.INVALID_SCOPE, "A scope was allowed that was not asked for", request,
				person);
	}

	private static OAuth2AuthenticationException atTheClient(String code, String description,
			OAuth2AuthorizationRequest request, Authentication person) {
		return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code, description, CLAUSE),
				new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getAuthorizationUri(),
						request.getClientId(), person, request.getRedirectUri(), request.getState(),
						request.getScopes(), request.getAdditionalParameters()));
	}

}
