package dev.quartet.auth.registration;

import java.util.Map;
import java.util.TreeMap;

import dev.quartet.auth.clients.MetadataField;

/**
 * Reads names and addresses in other languages, as in {@code client_name#fr} (RFC 7591
 * §2.2).
 */
final class LocalizedNames {

	private LocalizedNames() {
	}

	static Map<String, Object> of(SubmittedMetadata submitted) {
		Map<String, Object> localized = new TreeMap<>();
		submitted.names()
			.stream()
			.filter((name) -> name.indexOf('#') > 0
					&& MetadataField.LOCALIZABLE.contains(name.substring(0, name.indexOf('#'))))
			.forEach((name) -> submitted.text(name).ifPresent((text) -> localized.put(name, text)));
		return localized;
	}

}
