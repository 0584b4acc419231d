package dev.quartet.auth.authorize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the claims of a request object into the parameters that they stand for (RFC 9101
 * §4): numbers and objects in JSON, several resources one by one.
 */
final class SignedParameters {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Belong to the JWT, or may prove a client where nobody sees it. */
	private static final Set<String> NO_PARAMETERS = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti",
			"client_secret", "client_assertion", "client_assertion_type", InteractionMarks.PARAMETER,
			ForeignRequestUri.PARAMETER);

	private SignedParameters() {
	}

	static Map<String, List<String>> of(Map<String, Object> claims) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		claims.forEach((name, value) -> {
			if (value != null && !NO_PARAMETERS.contains(name)) {
				parameters.put(name, "resource".equals(name) ? texts(value) : List.of(text(value)));
			}
		});
		return parameters;
	}

	private static List<String> texts(Object value) {
		return (value instanceof List<?> several) ? several.stream().map(SignedParameters::text).toList()
				: List.of(text(value));
	}

	private static String text(@Nullable Object value) {
		boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
		return plain ? Objects.toString(value) : JSON.writeValueAsString(value);
	}

}
