package dev.quartet.auth.uses;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Is that a token of a grant was presented with these scopes at one of these places. What
 * belongs where is either known, or found out when it is written.
 */
record Use(UUID grantId, Set<String> scopes, Set<String> places, boolean known) {

	/** These scopes belong to this place. */
	static Use at(UUID grantId, Set<String> scopes, String place) {
		return new Use(grantId, Set.copyOf(scopes), Set.of(place), true);
	}

	/** Some of these scopes belong to one or another of these APIs. */
	static Use among(UUID grantId, Set<String> scopes, Set<String> apis) {
		return new Use(grantId, Set.copyOf(scopes), Set.copyOf(apis), false);
	}

	/** Where this scope was used, if it opens anything there. */
	Optional<String> place(String scope, Map<String, String> apis) {
		return this.known ? this.places.stream().findFirst()
				: Optional.ofNullable(apis.get(scope)).filter(this.places::contains);
	}

	/** Gives the id of a grant, unless the text can be none of ours. */
	static Optional<UUID> grantId(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
