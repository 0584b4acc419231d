package dev.quartet.auth.uses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.users.StandardClaim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out which permission of which person to which client a use was one of. */
@Component
class UsedGrants {

	private final JdbcClient database;

	private final ScopeCatalogue catalogue;

	UsedGrants(JdbcClient database, ScopeCatalogue catalogue) {
		this.database = database;
		this.catalogue = catalogue;
	}

	/** The last use of each permission, in the order in which rows are locked. */
	Map<UsedConsent.Key, Map<String, UsedConsent>> consents(Map<Use, Instant> uses) {
		Map<UUID, Granted> grants = grants(uses.keySet());
		Map<String, String> apis = apis(uses.keySet());
		Map<UsedConsent.Key, Map<String, UsedConsent>> used = new TreeMap<>();
		uses.forEach((use, at) -> {
			Granted grant = grants.get(use.grantId());
			if (grant != null) {
				use.scopes()
					.stream()
					.filter(grant.scopes()::contains)
					.flatMap((scope) -> use.place(scope, apis)
						.map((place) -> new UsedConsent(grant.client(), scope, place, grant.notBefore(at), use))
						.stream())
					.forEach((consent) -> used.computeIfAbsent(grant.client(), (client) -> new TreeMap<>())
						.merge(consent.scope(), consent, UsedConsent::latest));
			}
		});
		return used;
	}

	/** Those of these grants that exist. */
	Set<UUID> known(Set<UUID> ids) {
		return ids.isEmpty() ? ids
				: this.database.sql("select id from authorization_grant where id in (:ids)")
					.param("ids", ids)
					.query(UUID.class)
					.set();
	}

	// All at once: in a transaction the catalogue may be read anew each time.
	private Map<String, String> apis(Collection<Use> uses) {
		Map<String, String> apis = new HashMap<>();
		this.catalogue.find(uses.stream().flatMap((use) -> use.scopes().stream()).toList())
			.forEach((scope) -> scope.resource().ifPresent((api) -> apis.put(scope.name(), api.identifier())));
		return apis;
	}

	private Map<UUID, Granted> grants(Collection<Use> uses) {
		return this.database
			.sql("select id, user_id, client_id, scope, claims, created_at from authorization_grant where id in (:ids)")
			.param("ids", uses.stream().map(Use::grantId).distinct().toList())
			.query(Granted::of)
			.stream()
			.collect(Collectors.toMap(Granted::id, Function.identity()));
	}

	/** Is what a row says of a grant. */
	private record Granted(UUID id, UsedConsent.Key client, Set<String> scopes, Instant since) {

		static Granted of(ResultSet row, int number) throws SQLException {
			return new Granted(row.getObject("id", UUID.class),
					new UsedConsent.Key(row.getString("user_id"), row.getString("client_id")),
					scopes(row.getString("scope"), row.getString("claims")),
					row.getObject("created_at", OffsetDateTime.class).toInstant());
		}

		// Who allows a claim by name allows the scope that stands for it.
		private static Set<String> scopes(String scopes, String claims) {
			Stream<String> named = Arrays.stream(StandardClaim.values())
				.filter((claim) -> claims.contains('"' + claim.value() + '"'))
				.map(StandardClaim::scope);
			return Stream.concat(Arrays.stream(scopes.split(" ", -1)), named).collect(Collectors.toUnmodifiableSet());
		}

		/** Nothing was used before it was granted, whatever a clock elsewhere says. */
		Instant notBefore(Instant at) {
			return at.isBefore(this.since) ? this.since : at;
		}

	}

}
