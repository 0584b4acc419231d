package dev.quartet.app.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.quartet.app.oauth2.ProviderSilent;

/** Lets those that wait for the same failed renewal share its failure. */
final class RecentFailures {

	private static final Duration SHARED = Duration.ofSeconds(1);

	private static final int MOST = 1_000;

	private final Map<String, Failure> byIdentity = new LinkedHashMap<>() {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failure> eldest) {
			return size() > MOST;
		}
	};

	private final Clock clock;

	RecentFailures(Clock clock) {
		this.clock = clock;
	}

	synchronized void remember(String identity, ProviderSilent cause) {
		this.byIdentity.put(identity, new Failure(cause, this.clock.instant()));
	}

	synchronized void throwRecent(String identity) {
		Failure failure = this.byIdentity.get(identity);
		Instant now = this.clock.instant();
		if (failure != null && !now.isBefore(failure.at()) && now.isBefore(failure.at().plus(SHARED))) {
			throw failure.cause();
		}
	}

	/** What went wrong, and when. */
	private record Failure(ProviderSilent cause, Instant at) {
	}

}
