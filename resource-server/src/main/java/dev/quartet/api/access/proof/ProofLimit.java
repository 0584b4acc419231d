package dev.quartet.api.access.proof;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts proofs in the present second, those of one key and all of them, so that nobody
 * fills the store of seen ones.
 */
final class ProofLimit {

	private final int perKey;

	private final int perSecond;

	private final Clock clock;

	private final AtomicReference<Second> present = new AtomicReference<>(new Second(0));

	ProofLimit(ProofSettings settings, Clock clock) {
		this.perKey = settings.perKey();
		this.perSecond = settings.perSecond();
		this.clock = clock;
	}

	void count(String key) {
		Second second = present();
		boolean many = second.ofKey(key).incrementAndGet() > perKey;
		if (many || second.all.incrementAndGet() > perSecond) {
			throw ProofRefused.tooMany();
		}
	}

	/**
	 * Gives back what a repeated proof took from its key: whoever repeats one may not
	 * have the key. The store was asked all the same, so the total stays.
	 */
	void discount(String key) {
		present().ofKey(key).decrementAndGet();
	}

	private Second present() {
		long now = clock.instant().getEpochSecond();
		return present.updateAndGet((last) -> last.start == now ? last : new Second(now));
	}

	/** Holds the counts of one second; the next one begins with nothing. */
	private static final class Second {

		private final long start;

		private final AtomicInteger all = new AtomicInteger();

		private final Map<String, AtomicInteger> keys = new ConcurrentHashMap<>();

		Second(long start) {
			this.start = start;
		}

		AtomicInteger ofKey(String key) {
			return keys.computeIfAbsent(key, (fresh) -> new AtomicInteger());
		}

	}

}
