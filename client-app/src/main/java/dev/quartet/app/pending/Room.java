package dev.quartet.app.pending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides whether one more sign-in may wait: anybody can begin one, and each takes room.
 */
final class Room {

	static final int MOST = 20_000;

	private static final Duration COUNTED_FOR = Duration.ofSeconds(5);

	private final AtomicLong waiting = new AtomicLong();

	private final JdbcClient database;

	private final Clock clock;

	private volatile Instant recount = Instant.MIN;

	Room(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Counts with the other instances now and then, and alone in between. */
	boolean take() {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.recount)) {
			this.recount = now.plus(COUNTED_FOR);
			this.waiting.set(this.database.sql("select count(*) from pending_login").query(Long.class).single());
		}
		return this.waiting.incrementAndGet() <= MOST;
	}

}
