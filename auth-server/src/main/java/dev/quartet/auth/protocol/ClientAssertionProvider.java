package dev.quartet.auth.protocol;

import java.util.Map;
import java.util.Objects;

import dev.quartet.auth.assertions.ClientAssertions;
import dev.quartet.auth.authorizations.CodeGuesses;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Refuses a client that its assertion does not prove, and leaves the rest to the
 * framework: the proof key of a code (RFC 7636 §4.6). The framework's own check of
 * assertions takes one twice, for five audiences, however long it lives.
 */
class ClientAssertionProvider implements AuthenticationProvider {

	private final ClientAssertions assertions;

	private final AuthenticationProvider proofKeys;

	ClientAssertionProvider(ClientAssertions assertions, JwtClientAssertionAuthenticationProvider framework,
			CodeGuesses guesses) {
		this.assertions = assertions;
		framework.setJwtDecoderFactory((client) -> (assertion) -> verified(client, assertion));
		this.proofKeys = new GuessedVerifiers(framework, guesses);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		String assertion = Objects.toString(authentication.getCredentials(), "");
		RegisteredClient client = this.assertions.prove(assertion)
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
		this.proofKeys.authenticate(authentication);
		return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.PRIVATE_KEY_JWT, null);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return ClientAssertion.class.isAssignableFrom(authentication);
	}

	// By then the assertion has been verified and used up.
	private static Jwt verified(RegisteredClient client, String assertion) {
		return new Jwt(assertion, null, null, Map.of("typ", "JWT"), Map.of("sub", client.getClientId()));
	}

}
