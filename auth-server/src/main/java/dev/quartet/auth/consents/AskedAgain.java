package dev.quartet.auth.consents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.quartet.auth.assertions.RequestObjects;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.web.QueryString;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Makes the same request once more, for another person or another session. */
final class AskedAgain {

	/** What the store keeps of an ID token that was sent as a hint. */
	private static final String EXPECTED_SUBJECT = "expected_subject";

	private AskedAgain() {
	}

	/**
	 * Null where the client expects this very person (OpenID Connect Core §3.1.2.1), or
	 * would have to push it again.
	 */
	static @Nullable String address(OAuth2AuthorizationRequest request, RegisteredClient client) {
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
