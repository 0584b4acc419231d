package dev.quartet.auth.consents;

import java.util.HashSet;
import java.util.Set;

import dev.quartet.auth.authorizations.Prompts;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Decides whether a person must be asked before a client gets what it asks for. */
@Component
public class ConsentRules {

	/**
	 * Asks when the client wants it (prompt=consent, OpenID Connect Core §3.1.2.1), when
	 * it asks for anything that was not allowed before, and always when nothing proves
	 * who the client is (RFC 8252 §8.6).
	 */
	public boolean mustAsk(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		if (!context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()) {
			return false;
		}
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		return context.getAuthorizationConsent() == null || isPublic(context.getRegisteredClient())
				|| Prompts.of(request.getAdditionalParameters().get(Prompts.PARAMETER)).contains("consent")
				|| !allowed(context).containsAll(AskedScopes.of(request.getScopes(), request.getAdditionalParameters(),
						context.getRegisteredClient()));
	}

	private static Set<String> allowed(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationConsent consent = context.getAuthorizationConsent();
		Set<String> allowed = new HashSet<>();
		if (consent != null) {
			allowed.add(OidcScopes.OPENID);
			allowed.addAll(consent.getScopes());
		}
		return allowed;
	}

	static boolean isPublic(RegisteredClient client) {
		return client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE);
	}

}
