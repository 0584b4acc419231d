package dev.quartet.auth.protocol;

import java.util.HashSet;
import java.util.Set;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Decides who learns what a token says: the client that it was issued to, and the API
 * that it is meant for (RFC 7662 §4). To all others it is inactive.
 */
class IntrospectionRules implements AuthenticationProvider {

	private final AuthenticationProvider introspection;

	private final UsedScopes used;

	IntrospectionRules(AuthenticationProvider introspection, UsedScopes used) {
		this.introspection = introspection;
		this.used = used;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		Authentication answer = this.introspection.authenticate(authentication);
		return (answer instanceof OAuth2TokenIntrospectionAuthenticationToken token
				&& token.getPrincipal() instanceof OAuth2ClientAuthenticationToken caller) ? answer(token, caller)
						: answer;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.introspection.supports(authentication);
	}

	private OAuth2TokenIntrospectionAuthenticationToken answer(OAuth2TokenIntrospectionAuthenticationToken token,
			OAuth2ClientAuthenticationToken caller) {
		OAuth2TokenIntrospection claims = token.getTokenClaims();
		Set<String> apis = apis(caller.getRegisteredClient(), claims);
		if (apis.isEmpty() && !caller.getName().equals(claims.getClientId())) {
			return new OAuth2TokenIntrospectionAuthenticationToken(token.getToken(), caller,
					OAuth2TokenIntrospection.builder().build());
		}
		this.used.introspected(claims.getClaims(), apis);
		return token;
	}

	/** For which of its audience the caller speaks. */
	private static Set<String> apis(@Nullable RegisteredClient caller, OAuth2TokenIntrospection claims) {
		if (caller == null || claims.getAudience() == null) {
			return Set.of();
		}
		Set<String> apis = new HashSet<>(claims.getAudience());
		apis.retainAll(QuartetClientSettings.further(caller).texts(MetadataField.RESOURCE_SERVER_FOR));
		return apis;
	}

}
