package dev.quartet.auth.authorize;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Is what the client is told, and where (RFC 6749 §4.1.2). */
record ClientAnswer(String redirectUri, Map<String, String> parameters) {

	ClientAnswer(String redirectUri) {
		this(redirectUri, Map.of());
	}

	ClientAnswer with(String name, @Nullable String value) {
		if (value == null || value.isEmpty()) {
			return this;
		}
		Map<String, String> more = new LinkedHashMap<>(this.parameters);
		more.put(name, value);
		return new ClientAnswer(this.redirectUri, Collections.unmodifiableMap(more));
	}

	/**
	 * The address at the client: each value encoded, what was registered left as it is.
	 */
	String address() {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(this.redirectUri);
		this.parameters
			.forEach((name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
		return address.build(true).toUriString();
	}

}
