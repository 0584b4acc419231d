package dev.quartet.auth.logout;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.quartet.auth.web.ErrorReason;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a client sends to sign a person out (OpenID Connect RP-Initiated Logout §2). */
record EndSessionRequest(@Nullable String idTokenHint, @Nullable String clientId,
		@Nullable String postLogoutRedirectUri, @Nullable String state) {

	/** Which of two values counts would be a guess. */
	static EndSessionRequest of(MultiValueMap<String, String> parameters) {
		if (parameters.values().stream().anyMatch((values) -> values.size() > 1)) {
			throw new EndSessionRefused(ErrorReason.REQUEST_INVALID, "A parameter was sent more than once");
		}
		return new EndSessionRequest(text(parameters, "id_token_hint"), text(parameters, "client_id"),
				text(parameters, "post_logout_redirect_uri"), text(parameters, "state"));
	}

	/** The hidden fields of the page that asks; the hint did its work and is left out. */
	Map<String, String> fields(@Nullable String provenClientId) {
		Map<String, String> fields = new LinkedHashMap<>();
		put(fields, "client_id", (provenClientId != null) ? provenClientId : this.clientId);
		put(fields, "post_logout_redirect_uri", this.postLogoutRedirectUri);
		put(fields, "state", this.state);
		return fields;
	}

	private static void put(Map<String, String> fields, String name, @Nullable String value) {
		if (value != null) {
			fields.put(name, value);
		}
	}

	private static @Nullable String text(MultiValueMap<String, String> parameters, String name) {
		String value = parameters.getFirst(name);
		return (value == null || value.isEmpty()) ? null : value;
	}

}
