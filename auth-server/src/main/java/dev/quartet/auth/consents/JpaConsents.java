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

	@Override
	@Transactional
	public void save(OAuth2AuthorizationConsent consent) {
		Set<String> allowed = consent.getScopes();
		List<Consent> before = this.consents.find(consent.getPrincipalName(), consent.getRegisteredClientId());
		this.consents.deleteAll(before.stream().filter((row) -> !allowed.contains(row.scope())).toList());
		Set<String> kept = before.stream().map(Consent::scope).collect(Collectors.toSet());
		allowed.stream().filter((scope) -> !kept.contains(scope)).forEach((scope) -> add(consent, scope));
		this.events.publishEvent(ConsentEvent.given(consent));
	}

	@Override
	@Transactional
	public void remove(OAuth2AuthorizationConsent consent) {
		this.consents.deleteAll(this.consents.find(consent.getPrincipalName(), consent.getRegisteredClientId()));
		this.events.publishEvent(ConsentEvent.withdrawn(consent));
	}

	@Override
	@Transactional(readOnly = true)
	public @Nullable OAuth2AuthorizationConsent findById(String registeredClientId, String principalName) {
		Instant now = this.clock.instant();
		OAuth2AuthorizationConsent.Builder builder = OAuth2AuthorizationConsent.withId(registeredClientId,
				principalName);
		List<Consent> holding = this.consents.find(principalName, registeredClientId)
			.stream()
			.filter((consent) -> consent.holdsAt(now))
			.toList();
		holding.forEach((consent) -> builder.scope(consent.scope()));
		return holding.isEmpty() ? null : builder.build();
	}

	private void add(OAuth2AuthorizationConsent consent, String scope) {
		Consent.Key key = new Consent.Key(consent.getPrincipalName(), consent.getRegisteredClientId(), scope);
		String resource = this.catalogue.resourcesOf(List.of(scope)).stream().findFirst().orElse(null);
		this.consents.save(new Consent(key, resource, this.clock.instant()));
	}

}
