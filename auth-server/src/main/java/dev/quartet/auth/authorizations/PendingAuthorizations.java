package dev.quartet.auth.authorizations;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import dev.quartet.auth.onetime.OneTimeKind;
import dev.quartet.auth.onetime.OneTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the authorizations that wait for a consent or for their code, each to be used
 * once.
 */
@Component
class PendingAuthorizations {

	/** Carries the consent state on, so that issuing the code can claim it. */
	private static final String ANSWERED_STATE = PendingAuthorizations.class.getName() + ".answered";

	private static final Duration TIME_TO_READ = Duration.ofMinutes(15);

	private final OneTimes oneTimes;

	private final RegisteredClientRepository clients;

	private final GrantChanges changes;

	PendingAuthorizations(OneTimes oneTimes, RegisteredClientRepository clients, GrantChanges changes) {
		this.oneTimes = oneTimes;
		this.clients = clients;
		this.changes = changes;
	}

	void awaitConsent(OAuth2Authorization authorization, String state) {
		this.oneTimes.issue(OneTimeKind.CONSENT, state, write(authorization), TIME_TO_READ);
	}

	void issueCode(OAuth2Authorization authorization, String code) {
		String state = authorization.getAttribute(ANSWERED_STATE);
		if (state != null && !this.oneTimes.claim(OneTimeKind.CONSENT, state, grantId(authorization))) {
			throw Refusals.invalidRequest("This consent page was answered before");
		}
		RegisteredClient client = this.clients.findById(authorization.getRegisteredClientId());
		if (client == null) {
			throw Refusals.invalidRequest("The client is no longer registered");
		}
		this.oneTimes.issue(OneTimeKind.CODE, code, write(authorization),
				client.getTokenSettings().getAuthorizationCodeTimeToLive());
	}

	boolean claimCode(String code, UUID grantId) {
		return this.oneTimes.claim(OneTimeKind.CODE, code, grantId);
	}

	/** Makes a code worthless without buying anything. */
	void burnCode(String code) {
		this.oneTimes.claim(OneTimeKind.CODE, code, null);
	}

	/** The grant that a used code bought. */
	Optional<UUID> boughtWith(String code) {
		return this.oneTimes.find(OneTimeKind.CODE, code).map(OneTimes.Found::bought);
	}

	/** A denied consent: nothing may be bought with this state any more. */
	void drop(OAuth2Authorization authorization) {
		String state = authorization.getAttribute(ANSWERED_STATE);
		if (state != null) {
			this.oneTimes.claim(OneTimeKind.CONSENT, state, null);
		}
	}

	@Nullable OAuth2Authorization findByConsentState(String state) {
		return this.oneTimes.peek(OneTimeKind.CONSENT, state)
			.flatMap(this::restore)
			.map((builder) -> builder.attribute(OAuth2ParameterNames.STATE, state)
				.attribute(ANSWERED_STATE, state)
				.build())
			.orElse(null);
	}

	@Nullable OAuth2Authorization findByCode(String code) {
		return this.oneTimes.find(OneTimeKind.CODE, code)
			.flatMap((found) -> restore(found.payload()).map((builder) -> withCode(builder, code, found).build())
				.map((allowed) -> found.consumed() ? allowed : prepared(allowed)))
			.orElse(null);
	}

	private OAuth2Authorization prepared(OAuth2Authorization allowed) {
		RegisteredClient client = this.clients.findById(allowed.getRegisteredClientId());
		return (client != null) ? this.changes.prepare(allowed, client.getScopes()) : allowed;
	}

	private static OAuth2Authorization.Builder withCode(OAuth2Authorization.Builder builder, String code,
			OneTimes.Found found) {
		return builder.token(new OAuth2AuthorizationCode(code, found.createdAt(), found.expiresAt()),
				(metadata) -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, found.consumed()));
	}

	private Optional<OAuth2Authorization.Builder> restore(String payload) {
		PendingAuthorization pending = Payload.read(payload, PendingAuthorization.class);
		return Optional.ofNullable(this.clients.findById(pending.clientId())).map(pending::restore);
	}

	private static String write(OAuth2Authorization authorization) {
		return Payload.write(PendingAuthorization.of(authorization));
	}

	private static UUID grantId(OAuth2Authorization authorization) {
		return UUID.fromString(authorization.getId());
	}

}
