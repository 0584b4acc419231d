package dev.quartet.auth.clients;

import java.util.Optional;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Decides whether a secret proves that a client is who it says (RFC 6749 §2.3.1).
 *
 * <p>
 * Whatever is wrong, the client's name, its state, its way to authenticate or the secret,
 * costs the same: two comparisons and one look-up in the database. The look-up also lets
 * a secret work at once that another instance has just made.
 */
@Component
public class ClientSecrets {

	/** Stands in where there is no hash; nobody knows what it would be the hash of. */
	private static final String DECOY = "0".repeat(64);

	private final ClientSecretEncoder encoder = new ClientSecretEncoder();

	private final ClientLookup lookup;

	ClientSecrets(ClientLookup lookup) {
		this.lookup = lookup;
	}

	/** Gives the client that the secret proves. */
	public Optional<RegisteredClient> prove(String clientId, ClientAuthenticationMethod method, String secret) {
		return proven(this.lookup.remembered(clientId), method, secret)
			.or(() -> proven(this.lookup.fresh(clientId), method, secret));
	}

	private Optional<RegisteredClient> proven(Optional<RegisteredClient> found, ClientAuthenticationMethod method,
			String secret) {
		String hashes = found.map(RegisteredClient::getClientSecret).orElse(DECOY);
		boolean matches = this.encoder.matches(secret, hashes);
		return found.filter((client) -> matches && client.getClientAuthenticationMethods().contains(method));
	}

}
