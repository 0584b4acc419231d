package dev.quartet.auth.consents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.quartet.auth.resources.ScopeCatalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what a person's earlier answers still allow a client. */
@Component
class JpaConsents implements OAuth2AuthorizationConsentService {

	private final Consents consents;

	private final ScopeCatalogue catalogue;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	JpaConsents(Consents consents, ScopeCatalogue catalogue, ApplicationEventPublisher events, Clock clock) {
		this.consents = consents;
		this.catalogue = catalogue;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Remembers an answer: what was ticked is allowed, what was shown and not ticked no
	 * longer is, and what was not shown stays as it was.
	 */
	@Transactional
	void remember(String userId, String clientId, Set<String> shown, Set<String> allowed) {
		// Two answers in one instant would otherwise insert the same rows, or add up to
		// more than she allowed in either.
		this.consents.lock(userId);
		List<Consent> before = this.consents.find(userId, clientId);
		this.consents.deleteAll(before.stream()
			.filter((consent) -> shown.contains(consent.scope()) && !allowed.contains(consent.scope()))
			.toList());
		Set<String> kept = before.stream().map(Consent::scope).collect(Collectors.toSet());
		allowed.stream().filter((scope) -> !kept.contains(scope)).forEach((scope) -> add(userId, clientId, scope));
		this.events.publishEvent(ConsentEvent.given(userId, clientId, allowed));
	}

	/** Remembers that she said no; what she allowed before stays allowed. */
	@Transactional
	void denied(String userId, String clientId) {
		this.events.publishEvent(ConsentEvent.denied(userId, clientId));
	}

	/** The scopes that she allowed and that still hold. */
	@Transactional(readOnly = true)
	Set<String> allowed(String userId, String clientId) {
		Instant now = this.clock.instant();
		return this.consents.find(userId, clientId)
			.stream()
			.filter((consent) -> consent.holdsAt(now))
			.map(Consent::scope)
			.collect(Collectors.toSet());
	}

	@Override
	@Transactional
	public void save(OAuth2AuthorizationConsent consent) {
		Set<String> before = allowed(consent.getPrincipalName(), consent.getRegisteredClientId());
		remember(consent.getPrincipalName(), consent.getRegisteredClientId(), before, consent.getScopes());
	}

	@Override
	@Transactional
	public void remove(OAuth2AuthorizationConsent consent) {
		this.consents.deleteAll(this.consents.find(consent.getPrincipalName(), consent.getRegisteredClientId()));
		this.events.publishEvent(ConsentEvent.withdrawn(consent.getPrincipalName(), consent.getRegisteredClientId()));
	}

	@Override
	@Transactional(readOnly = true)
	public @Nullable OAuth2AuthorizationConsent findById(String registeredClientId, String principalName) {
		Set<String> allowed = allowed(principalName, registeredClientId);
		OAuth2AuthorizationConsent.Builder consent = OAuth2AuthorizationConsent.withId(registeredClientId,
				principalName);
		allowed.forEach(consent::scope);
		return allowed.isEmpty() ? null : consent.build();
	}

	private void add(String userId, String clientId, String scope) {
		String resource = this.catalogue.resourcesOf(List.of(scope)).stream().findFirst().orElse(null);
		this.consents.save(new Consent(new Consent.Key(userId, clientId, scope), resource, this.clock.instant()));
	}

}
