package dev.quartet.app.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import dev.quartet.app.web.AppSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * Finds the authorization server when it is first needed, so that this application starts
 * without it and recovers when it comes back.
 */
@Component
public class Provider implements ClientRegistrationRepository {

	public static final String ID = "quartet";

	/** Metadata older than this is read again; the old one serves if that fails. */
	private static final Duration FRESH = Duration.ofHours(1);

	/** Requests that come together share one answer. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final String[] SCOPES = { "openid", "profile", "email", "notes:read", "notes:write" };

	private final ReentrantLock lock = new ReentrantLock();

	private final ProviderMetadata metadata;

	private final ProviderSettings settings;

	private final AppSettings app;

	private final Clock clock;

	private @Nullable ClientRegistration known;

	private Instant knownSince = Instant.EPOCH;

	private @Nullable ProviderUnreachable failure;

	private Instant failedAt = Instant.EPOCH;

	Provider(ProviderMetadata metadata, ProviderSettings settings, AppSettings app, Clock clock) {
		this.metadata = metadata;
		this.settings = settings;
		this.app = app;
		this.clock = clock;
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
		return ID.equals(registrationId) ? registration() : null;
	}

	/**
	 * The server as it described itself.
	 * @throws ProviderUnreachable when it does not
	 */
	public ClientRegistration registration() {
		this.lock.lock();
		try {
			if (this.known != null && isWithin(FRESH, this.knownSince)) {
				return this.known;
			}
			return discover();
		}
		catch (ProviderUnreachable ex) {
			if (this.known != null) {
				return this.known;
			}
			throw ex;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * The server as it describes itself now, for who is about to send a browser there.
	 * @throws ProviderUnreachable when it does not
	 */
	public ClientRegistration registrationNow() {
		this.lock.lock();
		try {
			return (this.known != null && isWithin(PAUSE, this.knownSince)) ? this.known : discover();
		}
		finally {
			this.lock.unlock();
		}
	}

	private ClientRegistration discover() {
		if (this.failure != null && isWithin(PAUSE, this.failedAt)) {
			throw this.failure;
		}
		try {
			ClientRegistration found = register();
			// The same object stands for the same metadata: keys are kept by it.
			if (this.known == null || !metadataOf(this.known).equals(metadataOf(found))) {
				this.known = found;
			}
			this.knownSince = this.clock.instant();
			return this.known;
		}
		catch (ProviderUnreachable ex) {
			this.failure = ex;
			this.failedAt = this.clock.instant();
			throw ex;
		}
	}

	private ClientRegistration register() {
		if (!this.settings.isConfigured()) {
			throw new ProviderNotConfigured();
		}
		return this.metadata.read()
			.registrationId(ID)
			.clientName("Quartet")
			.clientId(this.settings.clientId())
			.clientSecret(this.settings.clientSecret())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.redirectUri(this.app.url() + "/login/oauth2/code/" + ID)
			.scope(SCOPES)
			.build();
	}

	private static Map<String, Object> metadataOf(ClientRegistration registration) {
		return registration.getProviderDetails().getConfigurationMetadata();
	}

	private boolean isWithin(Duration life, Instant start) {
		Instant now = this.clock.instant();
		// A clock that was set back must not keep a failure alive.
		return !now.isBefore(start) && now.isBefore(start.plus(life));
	}

}
