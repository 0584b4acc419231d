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
 * client itself goes on from any other address, so nobody can lock it out.
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

	/** Whether not even the right credentials count any more, for a minute at most. */
	boolean mustWait(String address, String clientId) {
		AtomicInteger count = this.wrong.getIfPresent(pair(address, clientId));
		return count != null && count.get() >= this.settings.perClient();
	}

	/** Counts one, and tells whether the address has guessed at too many clients. */
	boolean isOneTooMany(String address, String clientId) {
		count(pair(address, clientId));
		return count(address) > this.settings.perAddress();
	}

	private int count(String name) {
		return this.wrong.get(name, (first) -> new AtomicInteger()).incrementAndGet();
	}

	private static String pair(String address, String clientId) {
		return address + " " + clientId;
	}

}
