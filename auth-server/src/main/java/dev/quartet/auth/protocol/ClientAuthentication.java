package dev.quartet.auth.protocol;

import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.ClientSecrets;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Sets up how a client proves who it is. */
@Component
class ClientAuthentication {

	private final ClientSecrets secrets;

	private final RegisteredClientRepository clients;

	ClientAuthentication(ClientSecrets secrets, RegisteredClientRepository clients) {
		this.secrets = secrets;
		this.clients = clients;
	}

	void configure(OAuth2ClientAuthenticationConfigurer authentication) {
		authentication.authenticationConverter(new PublicClientConverter())
			.authenticationProvider(new PublicClientProvider(this.clients))
			.authenticationProviders((providers) -> providers.replaceAll(this::secretByItsHash));
	}

	// The passwords' slow encoder must never stand in a machine's way.
	private AuthenticationProvider secretByItsHash(AuthenticationProvider provider) {
		if (!(provider instanceof ClientSecretAuthenticationProvider framework)) {
			return provider;
		}
		framework.setPasswordEncoder(new ClientSecretEncoder());
		return new ClientSecretProvider(this.secrets, framework);
	}

}
