package dev.quartet.auth.authorizations;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.users.StandardClaim;

/**
 * The claims that a client asked for by name and may be given (OpenID Connect Core §5.5).
 */
public record NamedClaims(Set<StandardClaim> userInfo, Set<StandardClaim> idToken) {

	public static final NamedClaims NONE = new NamedClaims(Set.of(), Set.of());

	/**
	 * The scopes that stand for these claims: who allows one allows to tell them.
	 */
	public Set<String> scopes() {
		return Stream.of(this.userInfo, this.idToken)
			.flatMap(Set::stream)
			.map(StandardClaim::scope)
			.collect(Collectors.toSet());
	}

	/** What of it these scopes stand for. */
	public NamedClaims within(Collection<String> scopes) {
		return new NamedClaims(within(this.userInfo, scopes), within(this.idToken, scopes));
	}

	/** All of this and all of that. */
	NamedClaims and(NamedClaims other) {
		return new NamedClaims(both(this.userInfo, other.userInfo), both(this.idToken, other.idToken));
	}

	/** What of it hangs on none of these scopes. */
	NamedClaims without(Collection<String> scopes) {
		Set<String> kept = scopes();
		kept.removeAll(scopes);
		return within(kept);
	}

	private static Set<StandardClaim> both(Set<StandardClaim> one, Set<StandardClaim> other) {
		return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
	}

	private static Set<StandardClaim> within(Set<StandardClaim> claims, Collection<String> scopes) {
		return claims.stream().filter((claim) -> scopes.contains(claim.scope())).collect(Collectors.toSet());
	}

}
