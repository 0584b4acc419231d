package dev.quartet.auth.authorizations;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** The OAuth errors with which a store refuses (RFC 6749 §5.2). */
final class Refusals {

	private Refusals() {
	}

	static OAuth2AuthenticationException invalidGrant(String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, description,
				"https://www.rfc-editor.org/rfc/rfc6749#section-5.2"));
	}

	static OAuth2AuthenticationException invalidRequest(String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description,
				"https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1"));
	}

}
