package dev.quartet.auth.authorizations;

import java.security.Principal;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.users.Users;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Turns a grant back into what the framework works with, as long as its client and its
 * person may still act.
 */
@Component
class RestoredGrants {

	/** Under this an authorization keeps the scope of its grant as it was read. */
	static final String SCOPE = Grant.class.getName() + ".scope";

	private final RegisteredClientRepository clients;

	private final Users people;

	RestoredGrants(RegisteredClientRepository clients, Users people) {
		this.clients = clients;
		this.people = people;
	}

	Optional<OAuth2Authorization.Builder> restore(Grant grant) {
		return this.people.findByIdAndDisabledAtIsNull(grant.userId())
			.map((person) -> this.clients.findById(grant.clientId()))
			.map((client) -> restore(grant, client));
	}

	/** The same for another client, which exchanged a token of the grant (RFC 8693). */
	Optional<OAuth2Authorization.Builder> restore(Grant grant, String clientId) {
		Optional<OAuth2Authorization.Builder> own = restore(grant);
		return grant.clientId().equals(clientId) ? own
				: own.map((builder) -> this.clients.findById(clientId)).map((client) -> restore(grant, client));
	}

	private static OAuth2Authorization.Builder restore(Grant grant, RegisteredClient client) {
		SignIn signIn = grant.signIn();
		return OAuth2Authorization.withRegisteredClient(client)
			.id(grant.getId().toString())
			.principalName(grant.userId())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizedScopes(scopes(grant, client))
			.attribute(Principal.class.getName(), signIn.asAuthentication())
			.attribute(SignIn.class.getName(), signIn)
			.attribute(SCOPE, grant.scope())
			.attribute(GrantedResources.class.getName(), new GrantedResources(grant.resources()))
			.attribute(NamedClaims.class.getName(), grant.claims().within(client.getScopes()))
			.token(idTokenOf(grant, signIn), (metadata) -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME,
					Map.of("sub", signIn.userId())));
	}

	// What the client may no longer ask for, it no longer gets.
	private static Set<String> scopes(Grant grant, RegisteredClient client) {
		Set<String> scopes = new LinkedHashSet<>(grant.scopes());
		scopes.retainAll(client.getScopes());
		return scopes;
	}

	// The framework asks for the ID token of the grant; ours are not stored, so it gets
	// what they all say.
	private static OidcIdToken idTokenOf(Grant grant, SignIn signIn) {
		return OidcIdToken.withTokenValue(grant.getId().toString())
			.subject(signIn.userId())
			.issuedAt(grant.createdAt())
			.claim("auth_time", Date.from(signIn.authTime()))
			.build();
	}

}
