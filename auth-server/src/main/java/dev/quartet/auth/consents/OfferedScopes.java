package dev.quartet.auth.consents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.authorizations.GrantAction;
import dev.quartet.auth.authorizations.GrantRequest;
import dev.quartet.auth.authorizations.NamedClaims;
import dev.quartet.auth.authorizations.PersonGrants;
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

	private final PersonGrants grants;

	OfferedScopes(ScopeCatalogue catalogue, PersonClaims people, JpaConsents consents, PersonGrants grants) {
		this.catalogue = catalogue;
		this.people = people;
		this.consents = consents;
		this.grants = grants;
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

	/**
	 * What she loses where the request replaces a grant (Grant Management for OAuth 2.0
	 * §5.1).
	 */
	List<Scope> lost(String userId, String clientId, Set<String> asked, Map<String, Object> parameters) {
		GrantRequest request = GrantRequest.of(parameters);
		Set<String> lost = new HashSet<>();
		if (request.wanted().filter(GrantAction.REPLACE::equals).isPresent()) {
			request.changed()
				.flatMap((grant) -> this.grants.find(userId, clientId, grant))
				.ifPresent((grant) -> lost.addAll(grant.scopes()));
		}
		lost.removeAll(asked);
		return this.catalogue.find(lost);
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
