package dev.quartet.auth.consents;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.quartet.auth.assertions.RequestObjects;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.resources.Resource;
import dev.quartet.auth.resources.Scope;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.users.SignedInPerson;
import dev.quartet.auth.web.Languages;
import dev.quartet.auth.web.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Puts a consent page together from the request, the catalogue of scopes and earlier
 * answers.
 */
@Component
class ConsentPages {

	static final String OFFLINE_ACCESS = "offline_access";

	/** What the store keeps of an ID token that was sent as a hint. */
	private static final String EXPECTED_SUBJECT = "expected_subject";

	private final RegisteredClientRepository clients;

	private final ScopeCatalogue catalogue;

	private final JpaConsents consents;

	private final MessageSource messages;

	ConsentPages(RegisteredClientRepository clients, ScopeCatalogue catalogue, JpaConsents consents,
			MessageSource messages) {
		this.clients = clients;
		this.catalogue = catalogue;
		this.consents = consents;
		this.messages = messages;
	}

	ConsentPage of(OAuth2Authorization pending, SignedInPerson person, HttpServletRequest browser) {
		OAuth2AuthorizationRequest request = pending.getAttribute(OAuth2AuthorizationRequest.class.getName());
		RegisteredClient client = this.clients.findById(pending.getRegisteredClientId());
		if (request == null || client == null) {
			throw new IllegalStateException("A pending authorization has its request and its client");
		}
		Set<String> granted = this.consents.allowed(person.getUsername(), client.getId());
		ConsentPage.Asker asker = new ConsentPage.Asker(name(client, request, browser), client.getClientId(),
				redirectUri(request, client), !ConsentRules.isPublic(client));
		Set<String> asked = AskedScopes.of(request, client);
		return new ConsentPage(asker, person, groups(asked, granted), always(request.getScopes()),
				request.getScopes().contains(OFFLINE_ACCESS), again(request, client));
	}

	private static String name(RegisteredClient client, OAuth2AuthorizationRequest request,
			HttpServletRequest browser) {
		Object asked = request.getAdditionalParameters().getOrDefault(Languages.PARAMETER, "");
		return QuartetClientSettings.name(client, Languages.of(browser, asked.toString()));
	}

	private static URI redirectUri(OAuth2AuthorizationRequest request, RegisteredClient client) {
		String asked = request.getRedirectUri();
		return URI.create((asked != null) ? asked : client.getRedirectUris().iterator().next());
	}

	List<ConsentPage.Group> groups(Set<String> asked, Set<String> granted) {
		Map<String, List<ConsentPage.Line>> groups = new LinkedHashMap<>();
		for (Scope scope : profileFirst(this.catalogue.find(asked))) {
			if (!OidcScopes.OPENID.equals(scope.name())) {
				String group = scope.resource()
					.map(Resource::resourceName)
					.orElseGet(() -> text("consent.profile-group"));
				groups.computeIfAbsent(group, (name) -> new ArrayList<>())
					.add(new ConsentPage.Line(scope.name(), scope.title(), scope.description().orElse(null), true,
							granted.contains(scope.name())));
			}
		}
		return groups.entrySet()
			.stream()
			.map((group) -> new ConsentPage.Group(group.getKey(), group.getValue()))
			.toList();
	}

	private static List<Scope> profileFirst(List<Scope> scopes) {
		return scopes.stream().sorted(Comparator.comparing((scope) -> scope.resource().isPresent())).toList();
	}

	List<ConsentPage.Always> always(Set<String> asked) {
		return asked.contains(OidcScopes.OPENID)
				? List.of(new ConsentPage.Always(OidcScopes.OPENID, text("consent.openid"))) : List.of();
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

	/**
	 * The same request once more, for another person to answer; null where the client
	 * expects this one (OpenID Connect Core §3.1.2.1), or would have to push it again.
	 */
	private static @Nullable String again(OAuth2AuthorizationRequest request, RegisteredClient client) {
		Map<String, Object> parameters = request.getAdditionalParameters();
		if (parameters.containsKey(EXPECTED_SUBJECT)
				|| QuartetClientSettings.further(client).flag(MetadataField.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS)) {
			return null;
		}
		Map<String, Object> inside = RequestObjects.read(parameters.getOrDefault("request", "").toString());
		Map<String, @Nullable Object> all = new LinkedHashMap<>();
		all.put("response_type", "code");
		all.put("redirect_uri", request.getRedirectUri());
		all.put("state", request.getState());
		all.put("scope", request.getScopes().isEmpty() ? null : String.join(" ", request.getScopes()));
		all.putAll(parameters);
		// What the client signed need not be said twice: it would be too long.
		all.keySet().removeIf((name) -> inside.get(name) != null);
		QueryString query = new QueryString().add("client_id", request.getClientId());
		all.forEach((name, value) -> texts(value).forEach((text) -> query.add(name, text)));
		return "/oauth2/authorize?" + query;
	}

	private static List<String> texts(@Nullable Object value) {
		return (value instanceof String[] several) ? List.of(several)
				: Stream.ofNullable(value).map(Object::toString).toList();
	}

}
