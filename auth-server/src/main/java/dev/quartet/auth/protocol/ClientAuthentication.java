package dev.quartet.auth.protocol;

import dev.quartet.auth.assertions.ClientAssertions;
import dev.quartet.auth.authorizations.CodeGuesses;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.ClientSecrets;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.X509ClientCertificateAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Puts our ways to know a client in place of the framework's, which takes two at once and
 * an assertion twice (RFC 6749 §2.3, RFC 7523 §3).
 */
@Component
class ClientAuthentication implements Customizer<OAuth2ClientAuthenticationConfigurer> {

	private final RegisteredClientRepository clients;

	private final ClientSecrets secrets;

	private final ClientAssertions assertions;

	private final CodeGuesses guesses;

	private final ClientGuesses clientGuesses;

	ClientAuthentication(RegisteredClientRepository clients, ClientSecrets secrets, ClientAssertions assertions,
			CodeGuesses guesses, ClientGuesses clientGuesses) {
		this.clients = clients;
		this.secrets = secrets;
		this.assertions = assertions;
		this.guesses = guesses;
		this.clientGuesses = clientGuesses;
	}

	@Override
	public void customize(OAuth2ClientAuthenticationConfigurer authentication) {
		authentication.authenticationConverters((converters) -> {
			converters.clear();
			converters.add(new ClientCredentials());
		}).authenticationProviders((providers) -> {
			providers.removeIf(X509ClientCertificateAuthenticationProvider.class::isInstance);
			providers.replaceAll(this::ours);
			providers.add(0, new PublicClientProvider(this.clients));
		}).errorResponseHandler(new ClientRefusals(this.clientGuesses));
	}

	// What is left to the framework is the proof key of a code.
	private AuthenticationProvider ours(AuthenticationProvider provider) {
		if (provider instanceof JwtClientAssertionAuthenticationProvider proofKeys) {
			return new ClientAssertionProvider(this.assertions, proofKeys, this.guesses);
		}
		if (provider instanceof ClientSecretAuthenticationProvider proofKeys) {
			// The passwords' slow encoder must never stand in a machine's way.
			proofKeys.setPasswordEncoder(new ClientSecretEncoder());
			return new ClientSecretProvider(this.secrets, new GuessedVerifiers(proofKeys, this.guesses));
		}
		return (provider instanceof PublicClientAuthenticationProvider) ? new GuessedVerifiers(provider, this.guesses)
				: provider;
	}

}
