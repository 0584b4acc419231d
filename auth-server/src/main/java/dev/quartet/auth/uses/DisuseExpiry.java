package dev.quartet.auth.uses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

import dev.quartet.auth.purge.FurtherWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back what was not used for as long as {@code quartet.uses.expire-after} says,
 * person by person.
 */
@Component
class DisuseExpiry implements FurtherWork {

	private static final Logger log = LoggerFactory.getLogger(DisuseExpiry.class);

	/** What has been left alone for days can wait for an hour. */
	static final Duration PAUSE = Duration.ofHours(1);

	private static final int BATCH = 200;

	private static final String FOUND = """
			 and scope not in (:companions) and (expires_at is null or expires_at > :now)
			order by %s limit :most""";

	/** By the index on both columns, which one condition for both would not use. */
	private static final List<String> SEARCHES = List.of(
			"select user_id from consent where last_used_at is null and granted_at < :since"
					+ FOUND.formatted("granted_at"),
			"select user_id from consent where last_used_at < :since and granted_at < :since"
					+ FOUND.formatted("last_used_at"));

	private final Queue<String> people = new ArrayDeque<>();

	private final JdbcClient database;

	private final ConsentUses consents;

	private final Disuse disuse;

	private final Optional<Expiry> expiry;

	private final Clock clock;

	private Instant searchAgain = Instant.MIN;

	DisuseExpiry(JdbcClient database, ConsentUses consents, Disuse disuse, DisusedConsents back, UsesSettings settings,
			Clock clock) {
		this.database = database;
		this.consents = consents;
		this.disuse = disuse;
		this.expiry = settings.expiry().map((after) -> new Expiry(after, back));
		this.clock = clock;
	}

	/** Answers whether there may be more. */
	@Override
	public boolean next() {
		return this.expiry.filter(this::next).isPresent();
	}

	private boolean next(Expiry expiry) {
		if (this.people.isEmpty()) {
			search(expiry.after());
		}
		String userId = this.people.poll();
		if (userId != null) {
			takeBack(userId, expiry);
		}
		return userId != null;
	}

	private void search(Duration after) {
		Instant now = this.clock.instant();
		if (now.isBefore(this.searchAgain)) {
			return;
		}
		for (String search : SEARCHES) {
			this.database.sql(search)
				.param("companions", Disuse.COMPANIONS)
				.param("since", ConsentUses.at(now.minus(after)))
				.param("now", ConsentUses.at(now))
				.param("most", BATCH)
				.query(String.class)
				.stream()
				.distinct()
				.filter((userId) -> !this.people.contains(userId))
				.forEach(this.people::add);
		}
		if (this.people.isEmpty()) {
			this.searchAgain = now.plus(PAUSE);
		}
	}

	// Whoever answers a consent page takes the same lock, so nothing changes in between.
	private void takeBack(String userId, Expiry expiry) {
		this.consents.lock(userId);
		Map<String, Set<String>> disused = this.disuse.find(userId, expiry.after())
			.stream()
			.collect(Collectors.groupingBy(ConsentUse::clientId,
					Collectors.mapping(ConsentUse::scope, Collectors.toSet())));
		disused.forEach((clientId, scopes) -> {
			expiry.back().takeBack(userId, clientId, scopes);
			log.info("Took back {} of client {}: unused for {}", scopes, clientId, expiry.after());
		});
	}

	/** Is what to do, and when. */
	private record Expiry(Duration after, DisusedConsents back) {

	}

}
