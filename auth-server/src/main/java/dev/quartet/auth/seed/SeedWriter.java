package dev.quartet.auth.seed;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.GeneratedSecrets;
import dev.quartet.auth.resources.Resource;
import dev.quartet.auth.resources.Resources;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.resources.ScopeTexts;
import dev.quartet.auth.resources.Scopes;
import org.springframework.stereotype.Component;

/** Makes the stored resources, scopes and clients equal to those of a seed. */
@Component
class SeedWriter {

	private final Resources resources;

	private final Scopes scopes;

	private final Clients clients;

	private final GeneratedSecrets generated;

	private final Clock clock;

	SeedWriter(Resources resources, Scopes scopes, Clients clients, GeneratedSecrets generated, Clock clock) {
		this.resources = resources;
		this.scopes = scopes;
		this.clients = clients;
		this.generated = generated;
		this.clock = clock;
	}

	void write(ResourceSeed seed, SeedChanges changes) {
		String id = seed.resource().value();
		Optional<Resource> stored = this.resources.findById(id);
		Resource resource = stored.orElseGet(() -> this.resources.save(new Resource(id, seed.resourceName())));
		changes.note("resource " + id, stored.isEmpty(),
				resource.describe(seed.resourceName(), seed.owner(), seed.localized()));
	}

	void write(ScopeSeed seed, SeedChanges changes) {
		String name = seed.scope().value();
		Resource resource = this.resources.findById(seed.resource().value()).orElseThrow();
		Optional<Scope> stored = this.scopes.findById(name);
		ScopeTexts texts = seed.texts();
		Scope scope = stored
			.orElseGet(() -> this.scopes.save(new Scope(name, resource, texts.title(), texts.description())));
		changes.note("scope " + name, stored.isEmpty(), scope.describe(resource, texts, seed.risk(), seed.optional()));
	}

	void write(ClientSeed seed, SeedChanges changes) {
		Instant now = this.clock.instant();
		String id = seed.clientId().value();
		Optional<Client> stored = this.clients.findById(id);
		Client client = stored.orElseGet(() -> this.clients.save(new Client(id, seed.metadata(), now)));
		boolean described = client.describe(seed.metadata(), now);
		boolean secrets = seed.secrets().map((declared) -> client.holdSecrets(declared, now)).orElse(false);
		if (stored.isEmpty() && seed.secrets().isEmpty()) {
			String secret = this.generated.next();
			client.holdSecrets(Set.of(ClientSecretEncoder.sha256(secret)), now);
			changes.noteSecret(id, secret);
		}
		changes.note("client " + id, stored.isEmpty(), described || secrets);
	}

}
