package dev.quartet.auth.protocol;

import java.util.Collections;
import java.util.List;

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

	IntrospectionRules(AuthenticationProvider introspection) {
		this.introspection = introspection;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		Authentication answer = this.introspection.authenticate(authentication);
		return (answer instanceof OAuth2TokenIntrospectionAuthenticationToken token
				&& token.getPrincipal() instanceof OAuth2ClientAuthenticationToken caller
				&& !maySee(caller.getRegisteredClient(), token.getTokenClaims()))
						? new OAuth2TokenIntrospectionAuthenticationToken(token.getToken(), caller,
								OAuth2TokenIntrospection.builder().build())
						: answer;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.introspection.supports(authentication);
	}

	private static boolean maySee(@Nullable RegisteredClient caller, OAuth2TokenIntrospection claims) {
		if (caller == null) {
			return false;
		}
		List<String> audience = (claims.getAudience() != null) ? claims.getAudience() : List.of();
		List<String> apis = QuartetClientSettings.further(caller).texts(MetadataField.RESOURCE_SERVER_FOR);
		return caller.getClientId().equals(claims.getClientId()) || !Collections.disjoint(audience, apis);
	}

}
