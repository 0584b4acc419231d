package dev.quartet.api.access.proof;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts proofs in the present second, those of one key, those of one subject, who may
 * have many keys, and all of them, so that nobody fills the store of seen ones.
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

	/** Refuses what would be too many, before it costs anything; takes nothing. */
	void requireRoom(String key, String subject) {
		Second second = present();
		if (second.taken(key) >= perKey || second.taken(subject) >= perKey || second.all.get() >= perSecond) {
			throw ProofRefused.tooMany();
		}
	}

	/**
	 * Takes one.
	 * @return gives back to its key and its subject what a repeated proof took: whoever
	 * repeats one may not have the key. The store was asked all the same, so the total
	 * stays
	 */
	Runnable take(String key, String subject) {
		Second second = present();
		AtomicInteger ofKey = second.of(key);
		AtomicInteger ofSubject = second.of(subject);
		int most = Math.max(ofKey.incrementAndGet(), ofSubject.incrementAndGet());
		if (most > perKey || second.all.incrementAndGet() > perSecond) {
			throw ProofRefused.tooMany();
		}
		return () -> {
			ofKey.decrementAndGet();
			ofSubject.decrementAndGet();
		};
	}

	// A thread that comes late counts in the second that has begun meanwhile.
	private Second present() {
		long now = clock.instant().getEpochSecond();
		return present.updateAndGet((last) -> last.start == now || last.start == now + 1 ? last : new Second(now));
	}

	/** Holds the counts of one second; the next one begins with nothing. */
	private static final class Second {

		private final long start;

		private final AtomicInteger all = new AtomicInteger();

		private final Map<String, AtomicInteger> each = new ConcurrentHashMap<>();

		Second(long start) {
			this.start = start;
		}

		AtomicInteger of(String name) {
			return each.computeIfAbsent(name, (fresh) -> new AtomicInteger());
		}

		int taken(String name) {
			AtomicInteger count = each.get(name);
			return count != null ? count.get() : 0;
		}

	}

}
