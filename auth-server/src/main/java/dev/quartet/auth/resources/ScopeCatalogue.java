package dev.quartet.auth.resources;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Knows which scopes exist, what they mean and which APIs they open. */
@Component
public class ScopeCatalogue {

	private final Scopes scopes;

	private final Resources resources;

	ScopeCatalogue(Scopes scopes, Resources resources) {
		this.scopes = scopes;
		this.resources = resources;
	}

	/** Gives the scopes that exist among these, in the order of their names. */
	public List<Scope> find(Collection<String> names) {
		return this.scopes.findAllById(names).stream().sorted(Comparator.comparing(Scope::name)).toList();
	}

	/**
	 * Gives the identifiers of the APIs that these scopes open: the audience of a token
	 * that carries them.
	 */
	public Set<String> resourcesOf(Collection<String> names) {
		return find(names).stream()
			.flatMap((scope) -> scope.resource().stream())
			.map(Resource::identifier)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	public Optional<Resource> resource(String identifier) {
		return this.resources.findById(identifier);
	}

	/** Gives every scope name, for discovery. */
	public Set<String> names() {
		return this.scopes.findAll().stream().map(Scope::name).collect(Collectors.toCollection(TreeSet::new));
	}

}
