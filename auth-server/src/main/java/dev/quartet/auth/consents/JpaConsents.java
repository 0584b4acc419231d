package dev.quartet.auth.consents;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.quartet.auth.authorizations.StandingConsents;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what a person's earlier answers still allow a client. */
@Component
class JpaConsents implements OAuth2AuthorizationConsentService, StandingConsents {

	private final Consents consents;

	private final ConsentDecisions decisions;

	private final Clock clock;

	JpaConsents(Consents consents, ConsentDecisions decisions, Clock clock) {
		this.consents = consents;
		this.decisions = decisions;
		this.clock = clock;
	}

	/** What she allowed and that still holds. */
	@Transactional(readOnly = true)
	List<Consent> holding(String userId, String clientId) {
		Instant now = this.clock.instant();
		return this.consents.find(userId, clientId).stream().filter((consent) -> consent.holdsAt(now)).toList();
	}

	@Override
	@Transactional(readOnly = true)
	public Standing of(String userId, String clientId, Set<String> scopes) {
		List<Consent> standing = holding(userId, clientId).stream()
			.filter((consent) -> scopes.contains(consent.scope()))
			.toList();
		Instant until = standing.stream()
			.flatMap((consent) -> consent.expiresAt().stream())
			.min(Comparator.naturalOrder())
			.orElse(null);
		return new Standing(standing.stream().map(Consent::scope).collect(Collectors.toSet()), until);
	}

	/** Nothing here calls it: an answer says more than the framework's consent holds. */
	@Override
	public void save(OAuth2AuthorizationConsent consent) {
		throw new UnsupportedOperationException("A consent comes of an answer to its page");
	}

	@Override
	public void remove(OAuth2AuthorizationConsent consent) {
		this.decisions.revoke(consent.getPrincipalName(), consent.getRegisteredClientId());
	}

	@Override
	@Transactional(readOnly = true)
	public @Nullable OAuth2AuthorizationConsent findById(String registeredClientId, String principalName) {
		OAuth2AuthorizationConsent.Builder consent = OAuth2AuthorizationConsent.withId(registeredClientId,
				principalName);
		List<Consent> holding = holding(principalName, registeredClientId);
		holding.forEach((one) -> consent.scope(Objects.requireNonNull(one.scope())));
		return holding.isEmpty() ? null : consent.build();
	}

}
