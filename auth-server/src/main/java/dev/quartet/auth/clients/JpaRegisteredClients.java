package dev.quartet.auth.clients;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Gives Spring Security the stored clients.
 *
 * <p>
 * {@code RegisteredClient.id} equals the {@code client_id}: a client identifier is never
 * given to another client (RFC 6749 §2.2), so a second key would only be one more thing
 * to mix up.
 */
@Component
class JpaRegisteredClients implements RegisteredClientRepository {

	private final Clients clients;

	private final ClientLookup lookup;

	private final Clock clock;

	JpaRegisteredClients(Clients clients, ClientLookup lookup, Clock clock) {
		this.clients = clients;
		this.lookup = lookup;
		this.clock = clock;
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return findByClientId(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return this.lookup.remembered(clientId).or(() -> this.lookup.fresh(clientId)).orElse(null);
	}

	/** The client's secret must already be one or more hashes, joined by a space. */
	@Override
	@Transactional
	public void save(RegisteredClient registered) {
		Assert.isTrue(registered.getId().equals(registered.getClientId()), "The id of a client is its client_id");
		Instant now = this.clock.instant();
		ClientMetadata metadata = ClientMapping.toMetadata(registered);
		Client client = this.clients.findById(registered.getClientId())
			.orElseGet(() -> this.clients.save(new Client(registered.getClientId(), metadata, now)));
		client.describe(metadata, now);
		client.holdSecrets(Set.of(StringUtils.tokenizeToStringArray(registered.getClientSecret(), " ")), now);
	}

}
