package dev.quartet.app.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Remembers for a short while which providers did not work, so that the sign-in page can
 * say so without asking them.
 */
@Component
public class Availability {

	/** The provider does not answer. */
	public static final String UNREACHABLE = "unreachable";

	/** The provider answers, but not as the one that was set up. */
	public static final String MISCONFIGURED = "misconfigured";

	/** After this long the next person may try again. */
	static final Duration MEMORY = Duration.ofSeconds(10);

	private final Map<String, Failure> failures = new ConcurrentHashMap<>();

	private final Providers providers;

	private final Clock clock;

	Availability(Providers providers, Clock clock) {
		this.providers = providers;
		this.clock = clock;
	}

	/** Tells that a provider has just answered as it should. */
	public void works(String name) {
		this.failures.remove(name);
	}

	/**
	 * Tells that a provider has just failed.
	 * @param reason {@link #UNREACHABLE} or {@link #MISCONFIGURED}
	 */
	public void fails(String name, String reason) {
		// Names may come from addresses, and those from anybody.
		if (this.providers.find(name).isPresent()) {
			this.failures.put(name, new Failure(reason, this.clock.instant()));
		}
	}

	/** Why a provider cannot be used at the moment. */
	public Optional<String> problemOf(String name) {
		return Optional.ofNullable(this.failures.get(name))
			.filter((failure) -> isRecent(failure.at()))
			.map(Failure::reason);
	}

	private boolean isRecent(Instant at) {
		Instant now = this.clock.instant();
		// A clock that was set back must not keep a failure alive.
		return !now.isBefore(at) && now.isBefore(at.plus(MEMORY));
	}

	/** What went wrong, and when. */
	private record Failure(String reason, Instant at) {
	}

}
