package dev.quartet.auth.uses;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down when permissions were last used, which only ever moves forward. It waits
 * for nobody: whoever works with a row, another instance or a person who changes her
 * mind, goes first, so that neither can lock the other out.
 */
@Component
class LastUses {

	/** What is written down is late by that at most: one write a minute is enough. */
	private static final Duration PRECISION = Duration.ofMinutes(1);

	private final UsedGrants grants;

	private final JdbcClient database;

	private final JdbcTemplate batches;

	LastUses(UsedGrants grants, JdbcClient database, JdbcTemplate batches) {
		this.grants = grants;
		this.database = database;
		this.batches = batches;
	}

	/** Answers what has to be written later. */
	@Transactional
	Map<Use, Instant> write(Map<Use, Instant> uses) {
		List<UsedConsent> free = new ArrayList<>();
		Map<Use, Instant> later = new HashMap<>();
		this.grants.consents(uses).forEach((client, used) -> {
			Set<String> due = scopes(client, used.keySet(), latest(used.values()), "");
			Set<String> locked = due.isEmpty() ? due
					: scopes(client, due, latest(used.values()), "for update skip locked");
			locked.forEach((scope) -> free.add(used.get(scope)));
			due.removeAll(locked);
			due.stream().map(used::get).forEach((busy) -> later.put(busy.use(), busy.at()));
		});
		write(free);
		return later;
	}

	/** Those of which something is written down that is older. */
	private Set<String> scopes(UsedConsent.Key client, Set<String> scopes, Instant latest, String lock) {
		return new HashSet<>(this.database.sql("""
				select scope from consent where user_id = :userId and client_id = :clientId and scope in (:scopes)
				and (last_used_at is null or last_used_at < :before)
				""" + lock)
			.param("userId", client.userId())
			.param("clientId", client.clientId())
			.param("scopes", scopes)
			.param("before", latest.minus(PRECISION).atOffset(ZoneOffset.UTC))
			.query(String.class)
			.list());
	}

	private static Instant latest(Collection<UsedConsent> used) {
		return used.stream().map(UsedConsent::at).max(Instant::compareTo).orElseThrow();
	}

	private void write(List<UsedConsent> used) {
		List<Object[]> rows = used.stream().map((one) -> {
			OffsetDateTime at = one.at().atOffset(ZoneOffset.UTC);
			return new Object[] { at, one.by(), one.client().userId(), one.client().clientId(), one.scope(), at };
		}).toList();
		this.batches.batchUpdate("""
				update consent set last_used_at = ?, last_used_by = ?
				where user_id = ? and client_id = ? and scope = ? and (last_used_at is null or last_used_at < ?)""",
				rows);
	}

}
