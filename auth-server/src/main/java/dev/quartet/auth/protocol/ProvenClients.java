package dev.quartet.auth.protocol;

import java.util.Objects;
import java.util.Optional;

import dev.quartet.auth.assertions.ClientAssertions;
import dev.quartet.auth.clients.ClientSecrets;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Decides whether a client is who it says where there is no code whose proof key the
 * framework would have to check: by its secret or by what it signed, never by its name.
 */
@Component
class ProvenClients implements AuthenticationManager {

	private final ClientSecrets secrets;

	private final ClientAssertions assertions;

	ProvenClients(ClientSecrets secrets, ClientAssertions assertions) {
		this.secrets = secrets;
		this.assertions = assertions;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		OAuth2ClientAuthenticationToken sent = (OAuth2ClientAuthenticationToken) authentication;
		return (sent instanceof ClientAssertion)
				? proven(this.assertions.prove(credentials(sent)), ClientAuthenticationMethod.PRIVATE_KEY_JWT)
				: proven(this.secrets.prove(sent.getName(), sent.getClientAuthenticationMethod(), credentials(sent)),
						sent.getClientAuthenticationMethod());
	}

	private static String credentials(Authentication sent) {
		return Objects.toString(sent.getCredentials(), "");
	}

	private static Authentication proven(Optional<RegisteredClient> client, ClientAuthenticationMethod method) {
		return client.map((proven) -> new OAuth2ClientAuthenticationToken(proven, method, null))
			.orElseThrow(ClientRefusals::invalidClient);
	}

}
