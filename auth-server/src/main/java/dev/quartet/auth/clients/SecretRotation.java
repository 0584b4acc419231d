package dev.quartet.auth.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exchanges and withdraws the secrets of confidential clients. */
@Component
class SecretRotation {

	private final Clients clients;

	private final GeneratedSecrets generated;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SecretRotation(Clients clients, GeneratedSecrets generated, ApplicationEventPublisher events, Clock clock) {
		this.clients = clients;
		this.generated = generated;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Gives the client a new secret, which is told only here; those that it has stay
	 * valid for the overlap. A client that does without secrets, and one that does not
	 * exist, gets none.
	 */
	@Transactional
	Optional<String> rotate(String clientId, Duration overlap) {
		return withSecret(clientId).map((client) -> rotate(client, overlap));
	}

	/** Tells whether there is such a client, which then has no secret. */
	@Transactional
	boolean revoke(String clientId) {
		Optional<Client> found = withSecret(clientId);
		found.ifPresent(this::revoke);
		return found.isPresent();
	}

	private Optional<Client> withSecret(String clientId) {
		return this.clients.lock(clientId).filter((client) -> client.metadata().hasSecret());
	}

	private String rotate(Client client, Duration overlap) {
		String secret = this.generated.next();
		Instant now = this.clock.instant();
		client.rotateSecret(ClientSecretEncoder.sha256(secret), now, overlap);
		this.events.publishEvent(new ClientEvent("client_secret_rotated", client.clientId(),
				"older ones valid until " + now.plus(overlap)));
		return secret;
	}

	private void revoke(Client client) {
		Instant now = this.clock.instant();
		long count = client.validSecrets(now).count();
		client.revokeSecrets(now);
		this.events.publishEvent(new ClientEvent("client_secrets_revoked", client.clientId(), count + " were valid"));
	}

}
