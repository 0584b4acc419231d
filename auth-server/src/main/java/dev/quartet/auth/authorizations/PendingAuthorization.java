package dev.quartet.auth.authorizations;

import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What a consent state or an authorization code stands for: the request, the person and
 * what she allowed so far.
 */
record PendingAuthorization(UUID grantId, String clientId, SignIn signIn, Request request, Set<String> allowed) {

	static PendingAuthorization of(OAuth2Authorization authorization) {
		Authentication person = authorization.getAttribute(Principal.class.getName());
		OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
		if (person == null || request == null) {
			throw new IllegalStateException("An authorization without a person or a request cannot be pending");
		}
		return new PendingAuthorization(UUID.fromString(authorization.getId()), authorization.getRegisteredClientId(),
				SignIn.of(person), Request.of(request), authorization.getAuthorizedScopes());
	}

	OAuth2Authorization.Builder restore(RegisteredClient client) {
		return OAuth2Authorization.withRegisteredClient(client)
			.id(this.grantId.toString())
			.principalName(this.signIn.userId())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizedScopes(this.allowed)
			.attribute(Principal.class.getName(), this.signIn.asAuthentication())
			.attribute(SignIn.class.getName(), this.signIn)
			.attribute(GrantedResources.class.getName(), new GrantedResources(resources()))
			.attribute(OAuth2AuthorizationRequest.class.getName(), this.request.restore());
	}

	/** The resources that the client named (RFC 8707 §2). */
	Set<String> resources() {
		return new LinkedHashSet<>(this.request.parameters().getOrDefault("resource", List.of()));
	}

	/** The client's authorization request, in plain values. */
	record Request(String authorizationUri, String clientId, @Nullable String redirectUri, Set<String> scopes,
			@Nullable String state, Map<String, List<String>> parameters) {

		static Request of(OAuth2AuthorizationRequest request) {
			Map<String, List<String>> parameters = new TreeMap<>();
			request.getAdditionalParameters()
				.forEach((name, value) -> parameters.put(name,
						(value instanceof String[] values) ? List.of(values) : List.of(value.toString())));
			return new Request(request.getAuthorizationUri(), request.getClientId(), request.getRedirectUri(),
					request.getScopes(), request.getState(), parameters);
		}

		OAuth2AuthorizationRequest restore() {
			return OAuth2AuthorizationRequest.authorizationCode()
				.authorizationUri(this.authorizationUri)
				.clientId(this.clientId)
				.redirectUri(this.redirectUri)
				.scopes(this.scopes)
				.state(this.state)
				.additionalParameters((all) -> this.parameters.forEach((name, values) -> all.put(name,
						(values.size() == 1) ? values.get(0) : values.toArray(String[]::new))))
				.build();
		}

	}

}
