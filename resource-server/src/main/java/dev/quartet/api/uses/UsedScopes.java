package dev.quartet.api.uses;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.quartet.api.access.Caller;
import dev.quartet.api.access.ScopesUsed;

import org.springframework.context.event.EventListener;

/**
 * Remembers when each permission was last used until the issuer knows: one time for each,
 * and only so many.
 */
final class UsedScopes {

	private final Map<UsedScope, Instant> waiting = new ConcurrentHashMap<>();

	private final String issuer;

	private final int most;

	private final Clock clock;

	UsedScopes(String issuer, int most, Clock clock) {
		this.issuer = issuer;
		this.most = most;
		this.clock = clock;
	}

	/** A machine's token has no grant, and nobody whom its uses concern. */
	@EventListener
	void note(ScopesUsed used) {
		Caller caller = used.caller();
		if (caller.claims().get("grant_id") instanceof String grantId && issuer.equals(caller.issuer())) {
			used.scopes().forEach((scope) -> note(new UsedScope(grantId, scope), clock.instant()));
		}
	}

	/** Hands out so many at most, which then no longer wait. */
	Map<UsedScope, Instant> take(int most) {
		Map<UsedScope, Instant> taken = new HashMap<>();
		Iterator<UsedScope> all = waiting.keySet().iterator();
		while (taken.size() < most && all.hasNext()) {
			UsedScope used = all.next();
			Instant at = waiting.remove(used);
			if (at != null) {
				taken.put(used, at);
			}
		}
		return taken;
	}

	/** What could not be told waits again, unless it was used since. */
	void giveBack(Map<UsedScope, Instant> taken) {
		taken.forEach((used, at) -> {
			if (hasRoomFor(used)) {
				waiting.putIfAbsent(used, at);
			}
		});
	}

	boolean isEmpty() {
		return waiting.isEmpty();
	}

	private void note(UsedScope used, Instant at) {
		if (hasRoomFor(used)) {
			waiting.put(used, at);
		}
	}

	private boolean hasRoomFor(UsedScope used) {
		return waiting.size() < most || waiting.containsKey(used);
	}

}
