package dev.quartet.auth.authorize;

import java.util.Collections;
import java.util.Optional;

import dev.quartet.auth.authorizations.GrantAction;
import dev.quartet.auth.authorizations.GrantRequest;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * Decides whether a client may speak of its grants like this (Grant Management for OAuth
 * 2.0 §5.4); whether the grant is the person's is asked when it is known who she is.
 */
final class GrantRequestRules {

	static final String CLAUSE = "https://openid.net/specs/oauth-v2-grant-management.html#section-5.4";

	private GrantRequestRules() {
	}

	static Optional<OAuth2Error> problem(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		if (!Collections.disjoint(request.getScopes(), GrantRequest.SCOPES)) {
			return refuse(OAuth2ErrorCodes.INVALID_SCOPE,
					"The scopes of grant management are for the client itself: ask for them with client_credentials");
		}
		GrantRequest grant = GrantRequest.of(request.getAdditionalParameters());
		boolean isPublic = context.getRegisteredClient()
			.getClientAuthenticationMethods()
			.contains(ClientAuthenticationMethod.NONE);
		return (isPublic && (grant.action().isPresent() || grant.grantId().isPresent()))
				? invalid("Only a client with credentials can manage its grants (§5.1)") : problem(grant);
	}

	private static Optional<OAuth2Error> problem(GrantRequest request) {
		if (request.action().isEmpty()) {
			return request.grantId().isPresent() ? invalid("grant_id needs a grant_management_action")
					: Optional.empty();
		}
		Optional<GrantAction> wanted = request.wanted();
		if (wanted.isEmpty()) {
			return invalid("grant_management_action must be create, merge or replace");
		}
		boolean create = wanted.get() == GrantAction.CREATE;
		if (create == request.grantId().isPresent()) {
			return invalid(create ? "create makes its own grant_id" : "merge and replace need a grant_id");
		}
		return Optional.empty();
	}

	private static Optional<OAuth2Error> invalid(String description) {
		return refuse(OAuth2ErrorCodes.INVALID_REQUEST, description);
	}

	private static Optional<OAuth2Error> refuse(String code, String description) {
		return Optional.of(new OAuth2Error(code, description, CLAUSE));
	}

}
