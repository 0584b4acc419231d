package dev.quartet.auth.seed;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.resources.Scopes;
import dev.quartet.auth.users.UsernameRules;
import dev.quartet.auth.users.Users;
import dev.quartet.auth.web.Nearest;
import org.springframework.stereotype.Component;

/** Decides whether a seed fits together, and with what is stored. */
@Component
class SeedChecks {

	private final Clients clients;

	private final Users users;

	private final Scopes scopes;

	SeedChecks(Clients clients, Users users, Scopes scopes) {
		this.clients = clients;
		this.users = users;
		this.scopes = scopes;
	}

	void check(Seed seed) {
		SeedProblems problems = new SeedProblems();
		refuseUnknownScopes(seed, problems);
		refuseMachinesNamedLikePeople(seed, problems);
		refuseSharedUsernames(seed, problems);
		problems.refuseIfAny();
	}

	private void refuseUnknownScopes(Seed seed, SeedProblems problems) {
		Set<String> known = new TreeSet<>(seed.scopeNames());
		this.scopes.findAll().forEach((scope) -> known.add(scope.name()));
		for (ClientSeed client : seed.clients()) {
			for (String scope : client.metadata().scope()) {
				if (!known.contains(scope)) {
					problems.add(client.scopePlace(), "the client %s has the unknown scope \"%s\"%s"
						.formatted(client.clientId().value(), scope, Nearest.hint(scope, known)));
				}
			}
		}
	}

	// A machine's sub is its client_id: it must never be taken for a person (RFC 9068
	// §5).
	private void refuseMachinesNamedLikePeople(Seed seed, SeedProblems problems) {
		for (ClientSeed client : seed.clients()) {
			String id = client.clientId().value();
			if (seed.personIds().contains(id) || this.users.existsById(id)) {
				problems.add(client.clientId().place(),
						"a person has the id \"%s\", so no client may have it (RFC 9068 §5)".formatted(id));
			}
		}
		for (PersonSeed person : seed.people()) {
			if (this.clients.existsById(person.id().value())) {
				problems.add(person.id().place(), "a client has the id \"%s\", so no person may have it (RFC 9068 §5)"
					.formatted(person.id().value()));
			}
		}
	}

	private void refuseSharedUsernames(Seed seed, SeedProblems problems) {
		Map<String, String> owners = new HashMap<>();
		for (PersonSeed person : seed.people()) {
			String id = person.id().value();
			String key = UsernameRules.key(person.username().value());
			String owner = owners.computeIfAbsent(key, (name) -> ownerOf(name, id));
			if (!owner.equals(id)) {
				problems.add(person.username().place(), "the user name \"%s\" belongs to the person with the id \"%s\""
					.formatted(person.username().value(), owner));
			}
		}
	}

	private String ownerOf(String key, String otherwise) {
		return this.users.findByUsernameKey(key).map((user) -> user.id()).orElse(otherwise);
	}

}
