package dev.quartet.auth.apps;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import dev.quartet.auth.authorizations.GrantView;
import dev.quartet.auth.consents.Face;
import dev.quartet.auth.consents.Faces;
import dev.quartet.auth.consents.GivenConsent;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.resources.ScopeCatalogue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Is a connected application as other applications read it.
 *
 * @param verification how well it is known: vetted, invited, unvetted, or gone
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record AppJson(String clientId, String clientName, String verification, Instant since, Optional<Instant> expiresAt,
		Optional<Instant> lastUsedAt, boolean offline, List<Permission> consents, List<Held> grants) {

	/** One permission. */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Permission(String scope, Optional<String> resource, String title, String risk, Instant grantedAt,
			Optional<Instant> expiresAt, Optional<Instant> lastUsedAt, Optional<String> lastUsedBy, boolean disused) {
	}

	/** One sign-in or device that holds tokens. */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Held(UUID grantId, SortedSet<String> scopes, Instant createdAt, Instant lastActiveAt, Instant expiresAt) {

		static Held of(GrantView grant) {
			return new Held(grant.id(), new TreeSet<>(grant.scopes()), grant.createdAt(), grant.refreshedAt(),
					grant.idleUntil());
		}

	}

	/** Says it in the language of the caller. */
	@Component
	static class Writer {

		private final Faces faces;

		private final ScopeCatalogue catalogue;

		Writer(Faces faces, ScopeCatalogue catalogue) {
			this.faces = faces;
			this.catalogue = catalogue;
		}

		AppJson of(ConnectedApp app, Locale language) {
			Face face = this.faces.of(app.clientId(), List.of(language));
			return new AppJson(app.clientId(), face.name(), face.vetting(), app.since(), app.until(), app.lastUsedAt(),
					app.isOffline(), app.consents().stream().map((one) -> permission(app, one, language)).toList(),
					app.grants().stream().map(Held::of).toList());
		}

		private Permission permission(ConnectedApp app, GivenConsent consent, Locale language) {
			Optional<Scope> scope = this.catalogue.find(List.of(consent.scope())).stream().findFirst();
			return new Permission(consent.scope(), consent.resource(),
					scope.map((known) -> known.title(language)).orElse(consent.scope()),
					scope.map((known) -> known.risk().value()).orElse("low"), consent.grantedAt(), consent.expiresAt(),
					consent.lastUsedAt(), consent.lastUsedBy(), app.disused().contains(consent.scope()));
		}

	}

}
