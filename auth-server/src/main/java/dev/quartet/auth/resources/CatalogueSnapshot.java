package dev.quartet.auth.resources;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Is the whole catalogue as it was read, and the time for which that is good. */
record CatalogueSnapshot(NavigableMap<String, Scope> scopes, Map<String, Resource> resources, Instant from,
		Instant until, long change) {

	static CatalogueSnapshot of(List<Scope> scopes, List<Resource> resources, Instant from, Instant until,
			long change) {
		NavigableMap<String, Scope> byName = new TreeMap<>();
		scopes.forEach((scope) -> byName.put(scope.name(), scope));
		Map<String, Resource> byIdentifier = resources.stream()
			.collect(Collectors.toUnmodifiableMap(Resource::identifier, Function.identity()));
		return new CatalogueSnapshot(byName, byIdentifier, from, until, change);
	}

	// A clock that was set back must not make it good for longer.
	boolean isGood(Instant now, long change) {
		return this.change == change && !now.isBefore(this.from) && now.isBefore(this.until);
	}

}
