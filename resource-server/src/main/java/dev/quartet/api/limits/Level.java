package dev.quartet.api.limits;

import java.time.Duration;

/**
 * Is how a bucket stands after a call was taken from it, or was not.
 *
 * @param policy what the bucket gives
 * @param missing nanoseconds until it is full again; more than its capacity when there
 * was nothing to take
 */
record Level(Policy policy, long missing) {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	boolean isTooLow() {
		return missing > policy.capacity();
	}

	/** Answers how many calls are left; without a limit there are always more. */
	long left() {
		return policy.isLimit() ? Math.max(policy.capacity() - missing, 0) / policy.interval() : Long.MAX_VALUE;
	}

	/** As draft-ietf-httpapi-ratelimit-headers-10 §4 writes it. */
	String header() {
		// What was refused is not missing.
		return "\"" + policy.name() + "\";r=" + left() + ";t=" + seconds(Math.min(missing, policy.capacity()));
	}

	long secondsToWait() {
		return seconds(missing - policy.capacity());
	}

	private static long seconds(long nanos) {
		return (nanos + SECOND - 1) / SECOND;
	}

}
