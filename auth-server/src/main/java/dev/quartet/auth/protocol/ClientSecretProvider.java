package dev.quartet.auth.protocol;

import java.util.Objects;
import java.util.Set;

import dev.quartet.auth.clients.ClientSecrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/**
 * Refuses a client that its secret does not prove, always in the same way and in the same
 * time, and leaves the rest to the framework: the proof key of a code (RFC 7636 §4.6).
 */
class ClientSecretProvider implements AuthenticationProvider {

	private static final Set<ClientAuthenticationMethod> WITH_SECRET = Set
		.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);

	private final ClientSecrets secrets;

	private final AuthenticationProvider proofKeys;

	ClientSecretProvider(ClientSecrets secrets, AuthenticationProvider proofKeys) {
		this.secrets = secrets;
		this.proofKeys = proofKeys;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		ClientAuthenticationMethod method = ((OAuth2ClientAuthenticationToken) authentication)
			.getClientAuthenticationMethod();
		if (!WITH_SECRET.contains(method)) {
			return null;
		}
		String secret = Objects.toString(authentication.getCredentials(), "");
		if (this.secrets.prove(authentication.getName(), method, secret).isEmpty()) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
		}
		return this.proofKeys.authenticate(authentication);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.proofKeys.supports(authentication);
	}

}
