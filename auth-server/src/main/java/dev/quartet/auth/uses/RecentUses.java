package dev.quartet.auth.uses;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * Remembers what was used until it is written down, so that no answer waits for the
 * database: a last time for each use, and only so many.
 */
@Component
public class RecentUses {

	private final Map<Use, Instant> waiting = new ConcurrentHashMap<>();

	private final AtomicLong dropped = new AtomicLong();

	private final UsesSettings settings;

	private final Clock clock;

	RecentUses(UsesSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/** A token of this grant opened something at this place with each of these scopes. */
	public void used(String grantId, Set<String> scopes, String place) {
		Use.grantId(grantId).ifPresent((id) -> note(Use.at(id, scopes, place), this.clock.instant()));
	}

	/**
	 * A token of this grant with these scopes was presented to somebody who speaks for
	 * these APIs; it counts for the scopes that belong to them.
	 */
	public void presented(String grantId, Set<String> scopes, Set<String> apis) {
		Use.grantId(grantId).ifPresent((id) -> note(Use.among(id, scopes, apis), this.clock.instant()));
	}

	/** Nothing was used later than now, whatever a clock elsewhere says. */
	void note(Use use, Instant at) {
		if (this.waiting.size() >= this.settings.mostWaiting() && !this.waiting.containsKey(use)) {
			this.dropped.incrementAndGet();
			return;
		}
		Instant now = this.clock.instant();
		this.waiting.merge(use, at.isAfter(now) ? now : at, (one, other) -> one.isAfter(other) ? one : other);
	}

	/** Hands out so many at most, which then no longer wait. */
	Map<Use, Instant> take(int most) {
		Map<Use, Instant> taken = new HashMap<>();
		Iterator<Use> uses = this.waiting.keySet().iterator();
		while (taken.size() < most && uses.hasNext()) {
			Use use = uses.next();
			Instant at = this.waiting.remove(use);
			if (at != null) {
				taken.put(use, at);
			}
		}
		return taken;
	}

	boolean isEmpty() {
		return this.waiting.isEmpty();
	}

	/** How many found no room since somebody asked. */
	long takeDropped() {
		return this.dropped.getAndSet(0);
	}

}
