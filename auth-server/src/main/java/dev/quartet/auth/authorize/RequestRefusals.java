package dev.quartet.auth.authorize;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.util.StringUtils;

/**
 * Makes the errors that end an authorization request (RFC 6749 §4.1.2.1, OpenID Connect
 * Core §3.1.2.6).
 */
final class RequestRefusals {

	/** The framework wants somebody; who it is does not matter to a refusal. */
	private static final Authentication SOMEBODY = new AnonymousAuthenticationToken("refusal", "somebody",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

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

	/**
	 * The request could not be read any further. The client is told if what was sent
	 * proves the redirect URI, else the person.
	 */
	static OAuth2AuthenticationException ofUnread(OAuth2Error error, HttpServletRequest request,
			RegisteredClient client) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		SentParameters.of(request).forEach((name, values) -> parameters.put(name, values.get(0)));
		OAuth2AuthorizationCodeRequestAuthenticationToken unread = new OAuth2AuthorizationCodeRequestAuthenticationToken(
				request.getRequestURL().toString(), client.getClientId(), SOMEBODY,
				request.getParameter("redirect_uri"), request.getParameter("state"),
				new HashSet<>(Arrays.asList(
						StringUtils.tokenizeToStringArray(Objects.toString(request.getParameter("scope"), ""), " "))),
				parameters);
		try {
			RequestRules.proveRedirectUri(
					OAuth2AuthorizationCodeRequestAuthenticationContext.with(unread).registeredClient(client).build());
			return atTheClient(error, unread, client);
		}
		catch (OAuth2AuthenticationException unproven) {
			return onOurPage(error, unread);
		}
	}

	private static OAuth2AuthenticationException refusal(OAuth2Error error,
			OAuth2AuthorizationCodeRequestAuthenticationToken request, @Nullable String redirectUri) {
		return new OAuth2AuthorizationCodeRequestAuthenticationException(error,
				new OAuth2AuthorizationCodeRequestAuthenticationToken(request.getAuthorizationUri(),
						request.getClientId(), (Authentication) request.getPrincipal(), redirectUri, request.getState(),
						request.getScopes(), request.getAdditionalParameters()));
	}

}
