package dev.quartet.auth.authorizations;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What a consent state or an authorization code stands for: the request, the person and
 * what she allowed so far.
 */
record PendingAuthorization(UUID grantId, String clientId, SignIn signIn, PendingRequest request, Set<String> allowed,
		NamedClaims claims) {

	static PendingAuthorization of(OAuth2Authorization authorization) {
		Authentication person = authorization.getAttribute(Principal.class.getName());
		OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
		if (person == null || request == null) {
			throw new IllegalStateException("An authorization without a person or a request cannot be pending");
		}
		// What is to be changed keeps its id (Grant Management for OAuth 2.0 §5.2).
		UUID grantId = GrantChanges.target(authorization).orElseGet(() -> UUID.fromString(authorization.getId()));
		return new PendingAuthorization(grantId, authorization.getRegisteredClientId(), SignIn.of(person),
				PendingRequest.of(request), authorization.getAuthorizedScopes(), claims(authorization, request));
	}

	OAuth2Authorization.Builder restore(RegisteredClient client) {
		return OAuth2Authorization.withRegisteredClient(client)
			.id(this.grantId.toString())
			.principalName(this.signIn.userId())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizedScopes(this.allowed)
			.attribute(Principal.class.getName(), this.signIn.asAuthentication())
			.attribute(SignIn.class.getName(), this.signIn)
			.attribute(GrantedResources.class.getName(), new GrantedResources(this.request.resources()))
			.attribute(NamedClaims.class.getName(), this.claims.within(client.getScopes()))
			.attribute(OAuth2AuthorizationRequest.class.getName(), this.request.restore());
	}

	// Where she was not asked again, all of it was allowed before.
	private static NamedClaims claims(OAuth2Authorization authorization, OAuth2AuthorizationRequest request) {
		NamedClaims allowed = authorization.getAttribute(NamedClaims.class.getName());
		return (allowed != null) ? allowed
				: ClaimsParameter.of(request.getAdditionalParameters(), request.getScopes()).named();
	}

}
