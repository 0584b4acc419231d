package dev.quartet.auth.clients;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Reads what a registered client carries beyond the settings that Spring knows. */
public final class QuartetClientSettings {

	static final String APPLICATION_TYPE = "quartet.application-type";

	static final String ID_TOKEN_ALG = "quartet.id-token-signed-response-alg";

	static final String ACCESS_TOKEN_ALG = "quartet.access-token-signed-response-alg";

	static final String FURTHER = "quartet.further-metadata";

	private static final JwsAlgorithm EDDSA = () -> "EdDSA";

	private QuartetClientSettings() {
	}

	public static ApplicationType applicationType(RegisteredClient client) {
		String value = client.getClientSettings().getSetting(APPLICATION_TYPE);
		return ApplicationType.of(Objects.requireNonNullElse(value, "")).orElse(ApplicationType.WEB);
	}

	/** What the client says of itself beyond what Spring knows. */
	public static FurtherMetadata further(RegisteredClient client) {
		FurtherMetadata further = client.getClientSettings().getSetting(FURTHER);
		return Objects.requireNonNullElse(further, FurtherMetadata.NONE);
	}

	/**
	 * The name in the first of these languages that the client knows (RFC 7591 §2.2).
	 */
	public static String name(RegisteredClient client, List<Locale> languages) {
		Map<String, Object> localized = further(client).object(MetadataField.LOCALIZED).orElse(Map.of());
		return languages.stream()
			.flatMap((language) -> Stream.of(language.toLanguageTag(), language.getLanguage()))
			.flatMap((language) -> localized.entrySet()
				.stream()
				.filter((name) -> name.getKey().equalsIgnoreCase("client_name#" + language)))
			.map((name) -> name.getValue().toString())
			.findFirst()
			.orElse(client.getClientName());
	}

	/**
	 * The sector whose clients share their names for people; empty where a person is the
	 * same to everybody (OpenID Connect Core §8.1). A host counts only where every answer
	 * goes to it: what reaches a device or a native application proves no host.
	 */
	public static Optional<String> sector(RegisteredClient client) {
		FurtherMetadata further = further(client);
		return further.text(MetadataField.SUBJECT_TYPE)
			.filter("pairwise"::equals)
			.map((type) -> client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.DEVICE_CODE)
					? Optional.<String>empty() : host(further, client))
			.map((host) -> host.orElse(client.getClientId()));
	}

	private static Optional<String> host(FurtherMetadata further, RegisteredClient client) {
		return further.text(MetadataField.SECTOR_IDENTIFIER_URI)
			.map((uri) -> URI.create(uri).getHost().toLowerCase(Locale.ROOT))
			.or(() -> ClientRules.onlyHost(client.getRedirectUris()));
	}

	/** Includes the one that Spring's own token settings cannot name. */
	public static JwsAlgorithm idTokenAlgorithm(RegisteredClient client) {
		return algorithm(client.getClientSettings().getSetting(ID_TOKEN_ALG),
				client.getTokenSettings().getIdTokenSignatureAlgorithm());
	}

	public static JwsAlgorithm accessTokenAlgorithm(RegisteredClient client) {
		return algorithm(client.getClientSettings().getSetting(ACCESS_TOKEN_ALG), SignatureAlgorithm.ES256);
	}

	/** Empty for a client that is answered in plain JSON (OpenID Connect Core §5.3.2). */
	public static Optional<JwsAlgorithm> userInfoAlgorithm(RegisteredClient client) {
		return further(client).text(MetadataField.USERINFO_SIGNED_RESPONSE_ALG)
			.map((name) -> algorithm(name, SignatureAlgorithm.RS256));
	}

	private static JwsAlgorithm algorithm(@Nullable String name, JwsAlgorithm otherwise) {
		if (EDDSA.getName().equals(name)) {
			return EDDSA;
		}
		return Objects.requireNonNullElse(SignatureAlgorithm.from(Objects.requireNonNullElse(name, "")), otherwise);
	}

}
