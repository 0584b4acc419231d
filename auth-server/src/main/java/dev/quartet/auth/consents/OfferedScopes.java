package dev.quartet.auth.consents;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.authorizations.NamedClaims;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.users.PersonClaims;
import dev.quartet.auth.users.StandardClaim;
import org.springframework.stereotype.Component;

/**
 * Says what each permission means for one person: what will be told of her, and what is
 * new.
 */
@Component
class OfferedScopes {

	private final ScopeCatalogue catalogue;

	private final PersonClaims people;

	private final JpaConsents consents;

	OfferedScopes(ScopeCatalogue catalogue, PersonClaims people, JpaConsents consents) {
		this.catalogue = catalogue;
		this.people = people;
		this.consents = consents;
	}

	/**
	 * Those that exist among the asked ones.
	 * @param scopes what was asked for by scope, and stands for all of its claims
	 * @param named what was asked for claim by claim
	 */
	List<Offer.Item> of(String userId, String clientId, Set<String> asked, Set<String> scopes, NamedClaims named) {
		Set<String> granted = this.consents.holding(userId, clientId)
			.stream()
			.map(Consent::scope)
			.collect(Collectors.toSet());
		return this.catalogue.find(asked)
			.stream()
			.map((scope) -> new Offer.Item(scope, granted.contains(scope.name()),
					new TreeMap<>(this.people.claims(userId, claims(scope, scopes, named)))))
			.toList();
	}

	/** The earlier choice of how long, if any of it still holds. */
	Terms preferred(Terms terms, String userId, String clientId) {
		return this.consents.holding(userId, clientId)
			.stream()
			.map(Consent::howLong)
			.max(HowLong::compareTo)
			.map(terms::preferring)
			.orElse(terms);
	}

	private static Set<StandardClaim> claims(Scope scope, Set<String> scopes, NamedClaims named) {
		return scopes.contains(scope.name()) ? StandardClaim.ofScopes(Set.of(scope.name()))
				: Stream.of(named.userInfo(), named.idToken())
					.flatMap(Set::stream)
					.filter((claim) -> claim.scope().equals(scope.name()))
					.collect(Collectors.toSet());
	}

}
