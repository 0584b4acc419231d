package dev.quartet.auth.authorizations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.users.StandardClaim;
import org.springframework.stereotype.Component;

/**
 * Decides what an access token says today: not more than its grant has, which may have
 * been narrowed since it was issued.
 */
@Component
class CurrentClaims {

	private final ScopeCatalogue catalogue;

	CurrentClaims(ScopeCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** What a machine's token says, which nobody can narrow. */
	static Map<String, Object> of(JWTClaimsSet claims) {
		// Nimbus gives times as Date, the framework casts them to Instant.
		Map<String, Object> read = new HashMap<>(claims.getClaims());
		read.replaceAll((name, value) -> (value instanceof Date date) ? date.toInstant() : value);
		return read;
	}

	/** Is empty if nothing is left of what the token was for. */
	Optional<Map<String, Object>> within(JWTClaimsSet claims, Set<String> granted) {
		Map<String, Object> current = of(claims);
		Set<String> lost = scopes(current);
		Set<String> left = scopes(current);
		left.retainAll(granted);
		lost.removeAll(left);
		if (lost.isEmpty()) {
			return Optional.of(current);
		}
		if (left.isEmpty()) {
			return Optional.empty();
		}
		current.put(TokenClaimNames.SCOPE, String.join(" ", left));
		current.put("aud", audience(claims, lost, left));
		StandardClaim.ofScopes(lost).forEach((claim) -> current.remove(claim.value()));
		return Optional.of(current);
	}

	/** The scopes that these claims name. */
	static Set<String> scopes(Map<String, Object> claims) {
		String scope = Objects.toString(claims.get(TokenClaimNames.SCOPE), "");
		return scope.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(scope.split(" ", -1)));
	}

	// An API that none of the scopes opens any more is no longer meant.
	private List<String> audience(JWTClaimsSet claims, Set<String> lost, Set<String> left) {
		Set<String> closed = this.catalogue.resourcesOf(lost);
		closed.removeAll(this.catalogue.resourcesOf(left));
		List<String> audience = new ArrayList<>(claims.getAudience());
		audience.removeAll(closed);
		return audience.isEmpty() ? List.of(claims.getIssuer()) : audience;
	}

}
