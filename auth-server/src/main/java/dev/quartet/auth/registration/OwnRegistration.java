package dev.quartet.auth.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.authorizations.ClientGrants;
import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.GeneratedSecrets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a client look after its own registration, and no other (RFC 7592 §2). */
@Component
class OwnRegistration {

	private final RegistrationRows rows;

	private final Clients clients;

	private final ClientGrants grants;

	private final GeneratedSecrets generated;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OwnRegistration(RegistrationRows rows, Clients clients, ClientGrants grants, GeneratedSecrets generated,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.clients = clients;
		this.grants = grants;
		this.generated = generated;
		this.events = events;
		this.clock = clock;
	}

	/** What the client may at most ask for. */
	@Transactional(readOnly = true)
	Set<String> scope(String clientId, String token) {
		return opened(clientId, token).scope();
	}

	@Transactional(readOnly = true)
	Registered read(String clientId, String token) {
		opened(clientId, token);
		Client client = this.clients.findEnabled(clientId).orElseThrow(RegistrationRefused::token);
		return new Registered(client, Optional.empty(), token);
	}

	/** What the client leaves out is gone: the new metadata stands for all of the old. */
	@Transactional
	Registered update(String clientId, String token, ClientMetadata metadata, Optional<String> knownSecret) {
		Client client = locked(clientId, token);
		Instant now = this.clock.instant();
		if (knownSecret.filter((secret) -> !client.holds(ClientSecretEncoder.sha256(secret), now)).isPresent()) {
			throw RegistrationRefused.request("client_secret must be the present one; a client cannot choose it");
		}
		boolean hadSecret = client.metadata().hasSecret();
		client.describe(metadata, now);
		if (!metadata.hasSecret()) {
			client.revokeSecrets(now);
		}
		Optional<String> secret = hadSecret ? Optional.empty() : Registrations.newSecret(client, this.generated, now);
		publish("client_registration_changed", clientId);
		return new Registered(client, secret, token);
	}

	/** Nothing that the client was given works any longer (RFC 7592 §2.3). */
	@Transactional
	void delete(String clientId, String token) {
		Client client = locked(clientId, token);
		this.rows.deleteById(clientId);
		this.clients.delete(client);
		this.grants.endAll(clientId);
		publish("client_registration_deleted", clientId);
	}

	// A client that an operator disabled cannot look after itself any more.
	private Client locked(String clientId, String token) {
		Client client = this.clients.lock(clientId)
			.filter((found) -> !found.isDisabled())
			.orElseThrow(RegistrationRefused::token);
		opened(clientId, token);
		return client;
	}

	private Registration opened(String clientId, String token) {
		return this.rows.findById(clientId)
			.filter((registration) -> registration.isOpenedBy(token))
			.orElseThrow(RegistrationRefused::token);
	}

	private void publish(String type, String clientId) {
		this.events.publishEvent(new RegistrationEvent(type, clientId, null));
	}

}
