package dev.quartet.api.limits;

import java.time.Duration;

/**
 * Is a rate and how many calls of it may come at once.
 *
 * @param name how the headers call it
 * @param interval nanoseconds until there is one call more; 0 for no limit
 * @param capacity nanoseconds until an empty bucket is full
 * @param header as draft-ietf-httpapi-ratelimit-headers-10 §3 writes it
 */
record Policy(String name, long interval, long capacity, String header) {

	static Policy of(String name, int perSecond, Duration burst) {
		long interval = (perSecond > 0) ? Duration.ofSeconds(1).toNanos() / perSecond : 0;
		long quota = perSecond * burst.toSeconds();
		return new Policy(name, interval, burst.toNanos(), "\"" + name + "\";q=" + quota + ";w=" + burst.toSeconds());
	}

	boolean isLimit() {
		return interval > 0;
	}

}
