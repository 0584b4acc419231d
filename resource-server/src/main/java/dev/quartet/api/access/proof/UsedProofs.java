package dev.quartet.api.access.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

/**
 * Knows some of the proofs that were used, so that whoever repeats one costs this
 * instance neither a signature nor a question to the store. It may forget one too early:
 * the store decides.
 */
final class UsedProofs {

	private static final int MOST = 20_000;

	private final Cache<ProofId, Instant> ends;

	UsedProofs(Clock clock) {
		this.ends = Caffeine.newBuilder()
			.maximumSize(MOST)
			.expireAfter(Expiry.<ProofId, Instant>writing((proof, end) -> Duration.between(clock.instant(), end)))
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.executor(Runnable::run)
			.build();
	}

	boolean have(ProofId proof) {
		return ends.getIfPresent(proof) != null;
	}

	/**
	 * Adds one whose signature is good: no other may stand in the way of the true one.
	 */
	void add(ProofId proof, Instant end) {
		ends.put(proof, end);
	}

}
