package dev.quartet.api.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Fills with calls at a steady rate and gives them out one by one. All it remembers is
 * when it will be full again (the generic cell rate algorithm), so nothing has to be
 * locked or filled.
 */
final class Bucket {

	private final AtomicLong fullAt;

	Bucket(long now) {
		this.fullAt = new AtomicLong(now);
	}

	/**
	 * Takes one call when there is one.
	 * @return nanoseconds until the bucket is full again; more than its capacity, and
	 * nothing taken, when it is empty
	 */
	long take(Policy policy, long now) {
		while (true) {
			long known = fullAt.get();
			// Times of this kind may only be subtracted: they may overflow.
			long missing = Math.max(known - now, 0) + policy.interval();
			if (missing > policy.capacity() || fullAt.compareAndSet(known, now + missing)) {
				return missing;
			}
		}
	}

	/** Gives back a call that was taken and not made. */
	void giveBack(Policy policy) {
		fullAt.addAndGet(-policy.interval());
	}

}
