package dev.quartet.auth.consents;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.authorizations.ClaimsParameter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Decides what a person is asked about: the scopes of the request, and those that stand
 * for the claims that it names (OpenID Connect Core §5.5), as far as the client may ask
 * for them at all.
 */
final class AskedScopes {

	private AskedScopes() {
	}

	static Set<String> of(OAuth2AuthorizationRequest request, RegisteredClient client) {
		return of(request.getScopes(), request.getAdditionalParameters(), client);
	}

	static Set<String> of(Set<String> scopes, Map<String, Object> parameters, RegisteredClient client) {
		Set<String> asked = new HashSet<>(ClaimsParameter.of(parameters, scopes).named().scopes());
		asked.addAll(scopes);
		// What the client may no longer ask for is not asked, however long the page is
		// open.
		asked.retainAll(client.getScopes());
		return asked;
	}

}
