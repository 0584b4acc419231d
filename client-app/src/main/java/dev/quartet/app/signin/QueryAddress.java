package dev.quartet.app.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Puts parameters behind an address, each encoded as strictly as there is. */
final class QueryAddress {

	private QueryAddress() {
	}

	static URI of(String endpoint, Map<String, String> parameters) {
		UriComponentsBuilder address = UriComponentsBuilder.fromUriString(endpoint);
		parameters.forEach((name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
		return address.build(true).toUri();
	}

}
