package dev.quartet.auth.authorize;

import java.util.Optional;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/** Finds the request that a client pushed, without using it up (RFC 9126 §4). */
@Component
class PushedAhead {

	private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

	private final OAuth2AuthorizationService authorizations;

	PushedAhead(OAuth2AuthorizationService authorizations) {
		this.authorizations = authorizations;
	}

	/** Is empty for an address that is none of ours, and for another client's. */
	Optional<OAuth2AuthorizationRequest> find(String requestUri, String clientId) {
		if (!requestUri.startsWith(ForeignRequestUri.OURS)) {
			return Optional.empty();
		}
		String handle = requestUri.substring(ForeignRequestUri.OURS.length());
		return Optional.ofNullable(this.authorizations.findByToken(handle, STATE))
			.map((found) -> found.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()))
			.filter((found) -> found.getClientId().equals(clientId));
	}

}
