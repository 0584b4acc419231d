package dev.quartet.auth.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.GeneratedSecrets;
import dev.quartet.auth.onetime.ClaimsOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes clients that register themselves (RFC 7591 §3.2). */
@Component
class Registrations {

	private static final int ID_LENGTH = 22;

	private final RegistrationRows rows;

	private final Admissions admissions;

	private final Clients clients;

	private final GeneratedSecrets generated;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Registrations(RegistrationRows rows, Admissions admissions, Clients clients, GeneratedSecrets generated,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.admissions = admissions;
		this.clients = clients;
		this.generated = generated;
		this.events = events;
		this.clock = clock;
	}

	/** Can be nobody else's, and no person's (RFC 9068 §5). */
	String newClientId() {
		return "dyn-" + this.generated.next().substring(0, ID_LENGTH);
	}

	/** Several requests with the last use of one token end in one client. */
	@ClaimsOnce
	Registered register(String clientId, ClientMetadata metadata, Admission admission) {
		this.admissions.claim(admission);
		Instant now = this.clock.instant();
		Client client = new Client(clientId, metadata, now);
		Optional<String> secret = newSecret(client, this.generated, now);
		String token = this.generated.next();
		this.clients.save(client);
		this.rows.save(new Registration(clientId, token, admission, now));
		this.events.publishEvent(new RegistrationEvent("client_registered", clientId, admission.toString()));
		return new Registered(client, secret, token);
	}

	static Optional<String> newSecret(Client client, GeneratedSecrets generated, Instant now) {
		if (!client.metadata().hasSecret()) {
			return Optional.empty();
		}
		String secret = generated.next();
		client.holdSecrets(Set.of(ClientSecretEncoder.sha256(secret)), now);
		return Optional.of(secret);
	}

}
