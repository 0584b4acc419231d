package dev.quartet.auth.authorize;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Makes the errors that end an authorization request (RFC 6749 §4.1.2.1, OpenID Connect
 * Core §3.1.2.6).
 */
final class RequestRefusals {

	private RequestRefusals() {
	}

	/** The client is told: its redirect URI has been proven before. */
	static OAuth2AuthenticationException atTheClient(OAuth2Error error,
			OAuth2AuthorizationCodeRequestAuthenticationToken request, RegisteredClient client) {
		String asked = request.getRedirectUri();
		boolean named = asked != null && !asked.isEmpty();
		return refusal(error, request, named ? asked : client.getRedirectUris().iterator().next());
	}

	/** The person is told: nobody knows whose redirect URI this is. */
	static OAuth2AuthenticationException onOurPage(OAuth2Error error,
			OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return refusal(error, request, null);
	}

	private static OAuth2AuthenticationException refusal(OAuth2Error error,
			OAuth2AuthorizationCodeRequestAuthenticationToken request, @Nullable String redirectUri) {
		return new OAuth2AuthorizationCodeRequestAuthenticationException(error,
				new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getAuthorizationUri(),
						request.getClientId(), (Authentication) request.getPrincipal(), redirectUri, request.getState(),
						request.getScopes(), request.getAdditionalParameters()));
	}

}
