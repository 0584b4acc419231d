package dev.quartet.auth.registration;

import java.util.Map;

import dev.quartet.auth.discovery.OfferedEndpoints;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Knows where clients register, and where each finds its registration again. */
@ConfigurationProperties("quartet")
record RegistrationAddress(String issuer) {

	static final String PATH = "/connect/register";

	String of(String clientId) {
		return this.issuer + PATH + "/" + clientId;
	}

	static OfferedEndpoints offered(RegistrationSettings settings) {
		return () -> settings.isOff() ? Map.of() : Map.of("registration_endpoint", PATH);
	}

}
