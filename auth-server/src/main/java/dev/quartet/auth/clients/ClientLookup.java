package dev.quartet.auth.clients;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quartet.auth.changes.Changes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Finds enabled clients: as remembered for a moment, or as the database has them now.
 *
 * <p>
 * That a client does not exist is never remembered.
 */
@Component
class ClientLookup {

	private static final int MOST = 10_000;

	private final Cache<String, Remembered> remembered = Caffeine.newBuilder().maximumSize(MOST).build();

	private final Clients clients;

	private final ClientChanges changes;

	private final ClientLookupSettings settings;

	private final Clock clock;

	ClientLookup(Clients clients, ClientChanges changes, ClientLookupSettings settings, Clock clock) {
		this.clients = clients;
		this.changes = changes;
		this.settings = settings;
		this.clock = clock;
	}

	Optional<RegisteredClient> remembered(String clientId) {
		Instant now = this.clock.instant();
		long change = this.changes.count();
		return Optional.ofNullable(this.remembered.getIfPresent(clientId))
			.filter((known) -> known.isGood(now, change))
			.map(Remembered::client);
	}

	/** Sees what another instance changed an instant ago. */
	Optional<RegisteredClient> fresh(String clientId) {
		// PostgreSQL refuses NUL in text, and no client has it in its name.
		if (clientId.indexOf('\0') >= 0) {
			return Optional.empty();
		}
		long change = this.changes.count();
		Instant now = this.clock.instant();
		return this.clients.findEnabled(clientId).map((client) -> remember(client, now, change).client());
	}

	private Remembered remember(Client client, Instant now, long change) {
		Instant end = now.plus(this.settings.cachedFor());
		Instant until = client.nextSecretExpiry(now).filter((expiry) -> expiry.isBefore(end)).orElse(end);
		Remembered read = new Remembered(ClientMapping.toRegistered(client, now), now, until, change);
		if (Changes.areSettled()) {
			this.remembered.put(client.clientId(), read);
		}
		return read;
	}

	/** Is a client as it was read, and the time for which that is good. */
	private record Remembered(RegisteredClient client, Instant from, Instant until, long change) {

		// A clock that was set back must not make it good for longer.
		boolean isGood(Instant now, long change) {
			return this.change == change && !now.isBefore(this.from) && now.isBefore(this.until);
		}

	}

}
