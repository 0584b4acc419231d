package dev.quartet.api.access.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Remembers good tokens by their SHA-256 for a minute at most, so that only the first use
 * costs a signature; what depends on time is checked at each use.
 */
final class RememberedTokens {

	/** How late it is noticed at most that an issuer withdrew a key. */
	static final Duration LONGEST = Duration.ofSeconds(60);

	private final Cache<Fingerprint, Entry> tokens;

	private final Duration skew;

	private final Clock clock;

	RememberedTokens(int most, Duration skew, Clock clock) {
		this.tokens = Caffeine.newBuilder()
			.maximumSize(most)
			.expireAfterWrite(LONGEST)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
		this.skew = skew;
		this.clock = clock;
	}

	@Nullable VerifiedToken find(Fingerprint fingerprint) {
		Entry entry = tokens.getIfPresent(fingerprint);
		if (entry == null) {
			return null;
		}
		long now = clock.millis();
		if (now >= entry.goneAt()) {
			throw new TokenRefused("The token has expired");
		}
		if (now >= entry.until() || now < entry.validFrom()) {
			tokens.invalidate(fingerprint);
			return null;
		}
		return entry.token();
	}

	void remember(Fingerprint fingerprint, VerifiedToken token, Duration atMost) {
		Instant exp = token.expiresAt();
		Instant nbf = token.notBefore();
		tokens.put(fingerprint,
				new Entry(token, clock.millis() + atMost.toMillis(),
						exp != null ? exp.plus(skew).toEpochMilli() : Long.MAX_VALUE,
						nbf != null ? nbf.minus(skew).toEpochMilli() : Long.MIN_VALUE));
	}

	/** Knows until when a token may be used without asking again, all in milliseconds. */
	private record Entry(VerifiedToken token, long until, long goneAt, long validFrom) {
	}

}
