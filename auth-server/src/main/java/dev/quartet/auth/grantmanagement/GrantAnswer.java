package dev.quartet.auth.grantmanagement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.quartet.auth.authorizations.GrantView;
import dev.quartet.auth.resources.Resource;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.users.StandardClaim;
import org.springframework.stereotype.Component;

/** Says what a grant holds, in the words of Grant Management for OAuth 2.0 §6.4. */
@Component
class GrantAnswer {

	private final ScopeCatalogue catalogue;

	GrantAnswer(ScopeCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * No token and nothing of the person: who has the id still has to know whose it is.
	 */
	Map<String, Object> of(GrantView grant) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("scopes", scopes(grant));
		List<String> claims = claims(grant);
		if (!claims.isEmpty()) {
			answer.put("claims", claims);
		}
		answer.put("created_at", seconds(grant.createdAt()));
		if (grant.updatedAt() != null && grant.updatedBy() != null) {
			answer.put("last_updated_at", seconds(grant.updatedAt()));
			answer.put("updated_by", grant.updatedBy().value());
		}
		answer.put("expires_at", seconds(grant.expiresAt()));
		return answer;
	}

	// One entry for each API, and one for what opens none.
	private List<Map<String, Object>> scopes(GrantView grant) {
		Map<String, Set<String>> byResource = new TreeMap<>();
		this.catalogue.find(grant.scopes()).forEach((scope) -> {
			String resource = scope.resource().map(Resource::identifier).filter(grant.resources()::contains).orElse("");
			byResource.computeIfAbsent(resource, (first) -> new TreeSet<>()).add(scope.name());
		});
		List<Map<String, Object>> entries = new ArrayList<>();
		byResource.forEach((resource, scopes) -> {
			Map<String, Object> entry = new LinkedHashMap<>();
			entry.put("scope", String.join(" ", scopes));
			if (!resource.isEmpty()) {
				entry.put("resource", List.of(resource));
			}
			entries.add(entry);
		});
		return entries;
	}

	private static List<String> claims(GrantView grant) {
		Set<StandardClaim> claims = StandardClaim.ofScopes(grant.scopes());
		claims.addAll(grant.claims().userInfo());
		claims.addAll(grant.claims().idToken());
		return claims.stream().map(StandardClaim::value).sorted().toList();
	}

	private static long seconds(Instant time) {
		return time.getEpochSecond();
	}

}
