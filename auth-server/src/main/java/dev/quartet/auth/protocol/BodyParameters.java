package dev.quartet.auth.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a request's body. One without a value counts as omitted, and
 * one in the address is none (RFC 6749 §2.3.1, §3.2).
 */
final class BodyParameters {

	private static final Set<String> CREDENTIALS = Set.of("client_secret", "client_assertion", "client_assertion_type");

	private final Map<String, String> values = new HashMap<>();

	private final Set<String> inAddress;

	BodyParameters(HttpServletRequest request) {
		this.inAddress = inAddress(request.getQueryString());
		request.getParameterMap().forEach((name, values) -> {
			if (!this.inAddress.contains(name) && !values[0].isEmpty()) {
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

	/** Whether the address, which logs and histories keep, holds a credential. */
	boolean giveCredentialsAway() {
		return CREDENTIALS.stream().anyMatch(this.inAddress::contains);
	}

	/** What the proof key of a code is checked with; nothing for any other grant. */
	Map<String, Object> ofCode() {
		boolean code = "authorization_code".equals(this.values.get("grant_type")) && has("code");
		Map<String, Object> parameters = new HashMap<>(code ? this.values : Map.of());
		parameters.keySet().removeAll(CREDENTIALS);
		parameters.remove("client_id");
		return parameters;
	}

	private static Set<String> inAddress(@Nullable String query) {
		return Stream.of(Objects.requireNonNullElse(query, "").split("&", -1))
			.map((parameter) -> decoded(parameter.split("=", 2)[0]))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static String decoded(String name) {
		try {
			return URLDecoder.decode(name, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return name;
		}
	}

}
