package dev.quartet.auth.apps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.authorizations.GrantView;
import dev.quartet.auth.consents.Faces;
import dev.quartet.auth.consents.GivenConsent;
import dev.quartet.auth.resources.Resource;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a person's language what a connected application may do. */
@Component
class AppViews {

	/** Who she is and how long it lasts go with the whole application. */
	private static final Set<String> FIXED = Set.of("openid");

	private static final int MOST_HELD = 20;

	private final Faces faces;

	private final ScopeCatalogue catalogue;

	private final MessageSource messages;

	AppViews(Faces faces, ScopeCatalogue catalogue, MessageSource messages) {
		this.faces = faces;
		this.catalogue = catalogue;
		this.messages = messages;
	}

	AppView of(ConnectedApp app, Times times, Locale language) {
		return new AppView(this.faces.of(app.clientId(), List.of(language)), times.shown(app.since()),
				text(times, app.until()), text(times, app.lastUsedAt()), app.isOffline(), !app.consents().isEmpty(),
				groups(app, times, language),
				app.grants().stream().limit(MOST_HELD).map((grant) -> held(grant, times)).toList(),
				Math.max(0, app.grants().size() - MOST_HELD), titles(app, language));
	}

	private List<AppView.Group> groups(ConnectedApp app, Times times, Locale language) {
		Map<String, AppView.Group> groups = new LinkedHashMap<>();
		for (GivenConsent consent : profileFirst(app.consents())) {
			Optional<Scope> scope = this.catalogue.find(List.of(consent.scope())).stream().findFirst();
			Optional<Resource> resource = scope.flatMap(Scope::resource);
			groups.computeIfAbsent(consent.resource().orElse(""), (id) -> group(resource, language))
				.permissions()
				.add(permission(app, consent, scope, times, language));
		}
		return List.copyOf(groups.values());
	}

	private static List<GivenConsent> profileFirst(List<GivenConsent> consents) {
		return consents.stream()
			.sorted((one, other) -> one.resource().orElse("").compareTo(other.resource().orElse("")))
			.toList();
	}

	private AppView.Group group(Optional<Resource> resource, Locale language) {
		String name = resource.map((api) -> api.resourceName(language))
			.orElseGet(() -> this.messages.getMessage("consent.profile-group", null, language));
		return new AppView.Group(name, resource.flatMap(Resource::owner).orElse(null), new ArrayList<>());
	}

	private AppView.Permission permission(ConnectedApp app, GivenConsent consent, Optional<Scope> scope, Times times,
			Locale language) {
		return new AppView.Permission(consent.scope(),
				scope.map((known) -> known.title(language)).orElse(consent.scope()),
				scope.flatMap((known) -> known.description(language)).orElse(null),
				scope.map((known) -> known.risk().value()).orElse("low"), times.shown(consent.grantedAt()),
				text(times, consent.expiresAt()), text(times, consent.lastUsedAt()),
				consent.lastUsedBy().map((place) -> place(place, language)).orElse(null),
				FIXED.contains(consent.scope()), app.disused().contains(consent.scope()));
	}

	private String place(String identifier, Locale language) {
		return this.catalogue.resource(identifier)
			.map((api) -> api.resourceName(language))
			.orElseGet(() -> this.messages.getMessage("page.brand", null, language));
	}

	private List<String> titles(ConnectedApp app, Locale language) {
		return this.catalogue.find(app.disused()).stream().map((scope) -> scope.title(language)).toList();
	}

	private static AppView.Held held(GrantView grant, Times times) {
		return new AppView.Held(grant.id().toString(), times.shown(grant.createdAt()), times.shown(grant.refreshedAt()),
				times.shown(grant.idleUntil()), grant.offline());
	}

	private static @Nullable String text(Times times, Optional<Instant> time) {
		return time.map(times::shown).orElse(null);
	}

}
