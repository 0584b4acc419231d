package dev.quartet.auth.authorizations;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** What a device asked for, under whichever of its codes it is found (RFC 8628 §3.1). */
record DeviceRequest(UUID grantId, String clientId, Set<String> scopes, Set<String> resources,
		@Nullable DeviceOrigin origin, @Nullable String userCode, @Nullable SignIn signIn) {

	static DeviceRequest of(OAuth2Authorization authorization) {
		Set<String> scopes = authorization.getAttribute(OAuth2ParameterNames.SCOPE);
		GrantedResources resources = authorization.getAttribute(GrantedResources.class.getName());
		return new DeviceRequest(UUID.fromString(authorization.getId()), authorization.getRegisteredClientId(),
				(scopes != null) ? scopes : Set.of(), (resources != null) ? resources.identifiers() : Set.of(),
				authorization.getAttribute(DeviceOrigin.class.getName()), null, null);
	}

	/** The same request in front of the person who found it by its user code. */
	DeviceRequest before(SignIn person, String userCode) {
		return new DeviceRequest(this.grantId, this.clientId, this.scopes, this.resources, this.origin, userCode,
				person);
	}

	OAuth2Authorization.Builder restore(RegisteredClient client) {
		OAuth2Authorization.Builder restored = OAuth2Authorization.withRegisteredClient(client)
			.id(this.grantId.toString())
			.principalName((this.signIn != null) ? this.signIn.userId() : client.getClientId())
			.authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
			.attribute(OAuth2ParameterNames.SCOPE, new HashSet<>(this.scopes))
			.attribute(GrantedResources.class.getName(), new GrantedResources(this.resources));
		return (this.origin != null) ? restored.attribute(DeviceOrigin.class.getName(), this.origin) : restored;
	}

}
