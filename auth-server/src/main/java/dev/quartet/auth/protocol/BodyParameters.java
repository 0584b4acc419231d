package dev.quartet.auth.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads the parameters of a request's body; nothing else comes this far. One without a
 * value counts as omitted (RFC 6749 §3.2).
 */
final class BodyParameters {

	private static final Set<String> CREDENTIALS = Set.of("client_secret", "client_assertion", "client_assertion_type");

	private final Map<String, String> values = new HashMap<>();

	BodyParameters(HttpServletRequest request) {
		request.getParameterMap().forEach((name, values) -> {
			if (!values[0].isEmpty()) {
				this.values.put(name, values[0]);
			}
		});
	}

	Optional<String> get(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	/** What the proof key of a code is checked with; nothing for any other grant. */
	Map<String, Object> ofCode() {
		boolean code = "authorization_code".equals(this.values.get("grant_type")) && has("code");
		Map<String, Object> parameters = new HashMap<>(code ? this.values : Map.of());
		parameters.keySet().removeAll(CREDENTIALS);
		parameters.remove("client_id");
		return parameters;
	}

}
