package dev.quartet.auth.seed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Holds what the seed files say together: an entry of a later file replaces that of an
 * earlier one.
 */
class Seed {

	private final Map<String, ResourceSeed> resources = new LinkedHashMap<>();

	private final Map<String, ScopeSeed> scopes = new LinkedHashMap<>();

	private final Map<String, PersonSeed> people = new LinkedHashMap<>();

	private final Map<String, ClientSeed> clients = new LinkedHashMap<>();

	private final Map<String, SeedText> ids = new LinkedHashMap<>();

	private final SeedProblems problems;

	Seed(SeedProblems problems) {
		this.problems = problems;
	}

	void add(ResourceSeed resource) {
		if (isFirstInFile("resource", resource.resource())) {
			this.resources.put(resource.resource().value(), resource);
		}
		resource.scopes()
			.stream()
			.filter((scope) -> isFirstInFile("scope", scope.scope()))
			.forEach((scope) -> this.scopes.put(scope.scope().value(), scope));
	}

	void add(PersonSeed person) {
		if (isFirstInFile("person id", person.id())) {
			this.people.put(person.id().value(), person);
		}
	}

	void add(ClientSeed client) {
		if (isFirstInFile("client_id", client.clientId())) {
			this.clients.put(client.clientId().value(), client);
		}
	}

	Collection<ResourceSeed> resources() {
		return this.resources.values();
	}

	Collection<ScopeSeed> scopes() {
		return this.scopes.values();
	}

	Collection<PersonSeed> people() {
		return this.people.values();
	}

	Collection<ClientSeed> clients() {
		return this.clients.values();
	}

	Set<String> scopeNames() {
		return this.scopes.keySet();
	}

	Set<String> personIds() {
		return this.people.keySet();
	}

	private boolean isFirstInFile(String what, SeedText id) {
		@Nullable SeedText earlier = this.ids.put(what + " " + id.value(), id);
		if (earlier == null || id.value().isEmpty() || !earlier.place().file().equals(id.place().file())) {
			return true;
		}
		this.problems.add(id.place(), "the %s \"%s\" is already at %s".formatted(what, id.value(), earlier.place()));
		return false;
	}

}
