package dev.quartet.app.signin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Remembers the sign-ins that one browser has begun, one for each {@code state}, so that
 * tabs do not overwrite each other.
 */
final class PendingLogins implements Serializable {

	static final int MOST = 20;

	static final Duration LIFE = Duration.ofHours(1);

	private final LinkedHashMap<String, Pending> byState = new LinkedHashMap<>();

	synchronized void add(String state, OAuth2AuthorizationRequest request, Instant now) {
		dropExpired(now);
		this.byState.put(state, new Pending(request, now));
		Iterator<Map.Entry<String, Pending>> oldestFirst = this.byState.entrySet().iterator();
		while (this.byState.size() > MOST) {
			oldestFirst.next();
			oldestFirst.remove();
		}
	}

	synchronized Optional<OAuth2AuthorizationRequest> find(String state, Instant now) {
		dropExpired(now);
		return Optional.ofNullable(this.byState.get(state)).map(Pending::request);
	}

	/** Whoever takes a sign-in is the only one who gets it. */
	synchronized Optional<OAuth2AuthorizationRequest> take(String state, Instant now) {
		dropExpired(now);
		return Optional.ofNullable(this.byState.remove(state)).map(Pending::request);
	}

	private void dropExpired(Instant now) {
		this.byState.values().removeIf((pending) -> !now.isBefore(pending.since().plus(LIFE)));
	}

	/** A sign-in that has not come back yet. */
	private record Pending(OAuth2AuthorizationRequest request, Instant since) implements Serializable {
	}

}
