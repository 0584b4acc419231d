package dev.quartet.app.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.JsonAnswers;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.registry.Availability;
import dev.quartet.app.registry.OidcProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Reads each provider's metadata when it is first needed, so that this application starts
 * without it and recovers when it comes back (OpenID Connect Discovery 1.0 §4).
 */
@Component
public class Discovery {

	static final String MISCONFIGURED = "provider_misconfigured";

	/** Metadata older than this is read again; the old one serves if that fails. */
	private static final Duration FRESH = Duration.ofHours(1);

	/** Requests that come together share one answer, be it a failure. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Map<String, Entry> entries = new ConcurrentHashMap<>();

	private final RestClient http;

	private final JsonAnswers answers;

	private final Availability availability;

	private final Clock clock;

	Discovery(ClientHttpRequestFactory outbound, JsonAnswers answers, Availability availability, Clock clock) {
		this.availability = availability;
		this.http = RestClient.builder().requestFactory(outbound).build();
		this.answers = answers;
		this.clock = clock;
	}

	/**
	 * The provider as it described itself.
	 * @throws ProviderSilent when it does not answer
	 * @throws AnswerRefused when what it says is not acceptable
	 */
	public Metadata of(OidcProvider provider) {
		return entry(provider).within(FRESH, true);
	}

	/**
	 * The provider as it describes itself now, for who is about to send a browser there:
	 * one sent to a server that is down would be stuck.
	 * @throws ProviderSilent when it does not answer
	 * @throws AnswerRefused when what it says is not acceptable
	 */
	public Metadata now(OidcProvider provider) {
		return entry(provider).within(PAUSE, false);
	}

	/** Whether it answered well when it was last asked. */
	public boolean worked(OidcProvider provider) {
		return entry(provider).worked();
	}

	private Entry entry(OidcProvider provider) {
		return this.entries.computeIfAbsent(provider.name(), (name) -> new Entry(provider));
	}

	private Metadata read(OidcProvider provider) {
		return this.answers.read(() -> this.http.get().uri(provider.metadataUrl()), (status, members) -> {
			if (status != 200) {
				throw new AnswerRefused(MISCONFIGURED, provider.metadataUrl() + " answered " + status);
			}
			// A document of another issuer would send our people and secrets elsewhere
			// (OpenID Connect Discovery 1.0 §4.3).
			if (!provider.issuer().equals(members.get("issuer"))) {
				throw new AnswerRefused(MISCONFIGURED, "%s names the issuer %s instead of %s".formatted(
						provider.metadataUrl(), JsonAnswers.printable(members.get("issuer")), provider.issuer()));
			}
			Metadata metadata = new Metadata(provider.issuer(), Map.copyOf(members));
			metadata.check();
			return metadata;
		});
	}

	/** Keeps what one provider said last. */
	private final class Entry {

		private final ReentrantLock lock = new ReentrantLock();

		private final OidcProvider provider;

		private @Nullable Metadata known;

		private Instant knownSince = Instant.EPOCH;

		private @Nullable RuntimeException failure;

		private Instant failedAt = Instant.EPOCH;

		Entry(OidcProvider provider) {
			this.provider = provider;
		}

		Metadata within(Duration age, boolean orOlder) {
			this.lock.lock();
			try {
				if (this.known != null && isWithin(age, this.knownSince)) {
					return this.known;
				}
				return readNow();
			}
			catch (ProviderSilent | AnswerRefused ex) {
				if (orOlder && this.known != null) {
					return this.known;
				}
				throw ex;
			}
			finally {
				this.lock.unlock();
			}
		}

		boolean worked() {
			this.lock.lock();
			try {
				return this.known != null && this.failure == null;
			}
			finally {
				this.lock.unlock();
			}
		}

		private Metadata readNow() {
			if (this.failure != null && isWithin(PAUSE, this.failedAt)) {
				throw this.failure;
			}
			try {
				Metadata found = read(this.provider);
				this.known = found;
				this.failure = null;
				this.knownSince = Discovery.this.clock.instant();
				Discovery.this.availability.works(this.provider.name());
				return found;
			}
			catch (ProviderSilent | AnswerRefused ex) {
				this.failure = ex;
				this.failedAt = Discovery.this.clock.instant();
				Discovery.this.availability.fails(this.provider.name(),
						(ex instanceof AnswerRefused) ? Availability.MISCONFIGURED : Availability.UNREACHABLE);
				throw ex;
			}
		}

		private boolean isWithin(Duration life, Instant start) {
			Instant now = Discovery.this.clock.instant();
			// A clock that was set back must not keep a failure alive.
			return !now.isBefore(start) && now.isBefore(start.plus(life));
		}

	}

}
