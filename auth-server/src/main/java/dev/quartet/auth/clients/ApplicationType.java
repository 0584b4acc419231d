package dev.quartet.auth.clients;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.EnumeratedValue;

/** Tells where a client runs, which decides the redirect URIs that it may have. */
public enum ApplicationType {

	/** Runs on a server or in a browser page. */
	WEB("web"),

	/** Is installed on the person's own device. */
	NATIVE("native");

	@EnumeratedValue
	private final String value;

	ApplicationType(String value) {
		this.value = value;
	}

	public String value() {
		return this.value;
	}

	public static Optional<ApplicationType> of(String value) {
		return Stream.of(values()).filter((type) -> type.value.equals(value)).findFirst();
	}

}
