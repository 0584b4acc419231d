package dev.quartet.auth.purge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides which instance purges: whoever holds the lease, until it lets go or has not
 * been heard of for a while.
 */
@Component
class PurgeLease {

	private static final Duration LIFE = Duration.ofSeconds(30);

	private final String holder = UUID.randomUUID().toString();

	private final JdbcClient database;

	private final Clock clock;

	PurgeLease(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Takes the lease or holds it for longer, in the transaction of the work that it
	 * allows.
	 */
	boolean hold() {
		Instant now = this.clock.instant();
		return this.database.sql("""
				update purge_lease set holder = :holder, held_until = :until
				where holder = :holder or held_until <= :now""")
			.param("holder", this.holder)
			.param("until", at(now.plus(LIFE)))
			.param("now", at(now))
			.update() == 1;
	}

	void letGo() {
		this.database.sql("update purge_lease set held_until = :now where holder = :holder")
			.param("holder", this.holder)
			.param("now", at(this.clock.instant()))
			.update();
	}

	private static OffsetDateTime at(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

}
