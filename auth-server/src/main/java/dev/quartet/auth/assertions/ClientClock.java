package dev.quartet.auth.assertions;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.jspecify.annotations.Nullable;

/** Compares times with the clock of a client, which may be a little ahead. */
final class ClientClock {

	/** Clocks differ, and a client must not fail for that. */
	static final Duration SKEW = Duration.ofSeconds(10);

	private ClientClock() {
	}

	/** Whether it has begun by then; what has no beginning has. */
	static boolean hasCome(@Nullable Date date, Instant at) {
		return date == null || !date.toInstant().isAfter(at.plus(SKEW));
	}

}
