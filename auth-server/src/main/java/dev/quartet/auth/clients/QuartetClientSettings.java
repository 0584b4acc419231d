package dev.quartet.auth.clients;

import java.util.Objects;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Reads what a registered client carries beyond the settings that Spring knows. */
public final class QuartetClientSettings {

	static final String APPLICATION_TYPE = "quartet.application-type";

	static final String ACCESS_TOKEN_ALG = "quartet.access-token-signed-response-alg";

	private QuartetClientSettings() {
	}

	public static ApplicationType applicationType(RegisteredClient client) {
		String value = client.getClientSettings().getSetting(APPLICATION_TYPE);
		return ApplicationType.of(Objects.requireNonNullElse(value, "")).orElse(ApplicationType.WEB);
	}

	public static SignatureAlgorithm accessTokenAlgorithm(RegisteredClient client) {
		String value = client.getClientSettings().getSetting(ACCESS_TOKEN_ALG);
		return Objects.requireNonNullElse(SignatureAlgorithm.from(Objects.requireNonNullElse(value, "")),
				SignatureAlgorithm.ES256);
	}

}
