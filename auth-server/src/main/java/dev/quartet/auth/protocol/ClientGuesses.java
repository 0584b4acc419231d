package dev.quartet.auth.protocol;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses clients' credentials (RFC 6749 §2.3.1), on this instance. The
 * right ones are never refused, so nobody can lock a client out.
 */
@Component
class ClientGuesses {

	static final Duration WINDOW = Duration.ofMinutes(1);

	private static final int MOST_REMEMBERED = 100_000;

	private final GuessSettings settings;

	private final Cache<String, AtomicInteger> wrong;

	ClientGuesses(GuessSettings settings, Clock clock) {
		this.settings = settings;
		this.wrong = Caffeine.newBuilder()
			.expireAfterWrite(WINDOW)
			.maximumSize(MOST_REMEMBERED)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	/** Counts one, and tells whether the address must wait with the next. */
	boolean isOneTooMany(String address) {
		return this.wrong.get(address, (first) -> new AtomicInteger()).incrementAndGet() > this.settings.perMinute();
	}

}
