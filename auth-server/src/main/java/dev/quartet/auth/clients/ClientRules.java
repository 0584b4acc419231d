package dev.quartet.auth.clients;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether what a client says of itself goes together, however it was registered.
 */
public final class ClientRules {

	public static final List<String> AUTH_METHODS = List.of("client_secret_basic", "client_secret_post",
			"private_key_jwt", "none");

	public static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

	private static final String KEYS = MetadataField.JWKS.value();

	private ClientRules() {
	}

	/** Says what contradicts, each with the field to change. */
	public static List<Contradiction> contradictions(ClientMetadata metadata) {
		List<Contradiction> found = new ArrayList<>();
		grantTypes(metadata.grantTypes(), metadata, found);
		keys(metadata, found);
		sector(metadata, found);
		return found;
	}

	private static void grantTypes(Set<String> grantTypes, ClientMetadata metadata, List<Contradiction> found) {
		boolean code = grantTypes.contains("authorization_code");
		if (code && metadata.redirectUris().isEmpty()) {
			found.add(new Contradiction("redirect_uris", "the grant type authorization_code needs at least one"));
		}
		if (!code && !grantTypes.contains(DEVICE_CODE) && grantTypes.contains("refresh_token")) {
			found.add(new Contradiction("grant_types",
					"refresh_token needs authorization_code or the device grant, which issue the first one"));
		}
		// RFC 6749 §4.4: whoever cannot prove who it is gets nothing in its own name.
		if (metadata.isPublic() && grantTypes.contains("client_credentials")) {
			found.add(new Contradiction("grant_types",
					"client_credentials is for confidential clients only (RFC 6749 §4.4)"));
		}
	}

	private static void keys(ClientMetadata metadata, List<Contradiction> found) {
		Map<MetadataField, Object> values = metadata.further().values();
		boolean byValue = values.containsKey(MetadataField.JWKS);
		boolean byReference = values.containsKey(MetadataField.JWKS_URI);
		if (byValue && byReference) {
			found.add(new Contradiction(KEYS, "jwks and jwks_uri exclude each other (RFC 7591 §2)"));
		}
		if (byValue || byReference) {
			return;
		}
		if (metadata.tokenEndpointAuthMethod().equals("private_key_jwt")) {
			found.add(new Contradiction("token_endpoint_auth_method",
					"private_key_jwt needs the client's public keys: jwks or jwks_uri"));
		}
		if (metadata.further().flag(MetadataField.REQUIRE_SIGNED_REQUEST_OBJECT)) {
			found.add(new Contradiction(MetadataField.REQUIRE_SIGNED_REQUEST_OBJECT.value(),
					"signed requests need the client's public keys: jwks or jwks_uri"));
		}
	}

	// Which of several hosts names the sector would be a guess (OpenID Connect Core
	// §8.1).
	private static void sector(ClientMetadata metadata, List<Contradiction> found) {
		boolean pairwise = metadata.further().text(MetadataField.SUBJECT_TYPE).filter("pairwise"::equals).isPresent();
		boolean named = metadata.further().text(MetadataField.SECTOR_IDENTIFIER_URI).isPresent();
		if (pairwise && !named && hosts(metadata.redirectUris()).size() > 1) {
			found.add(new Contradiction(MetadataField.SECTOR_IDENTIFIER_URI.value(),
					"redirect URIs of several hosts need it for pairwise subjects"));
		}
	}

	/** The https host of all of them, if it is one. */
	static Optional<String> onlyHost(Set<String> redirectUris) {
		boolean secure = redirectUris.stream().allMatch((uri) -> uri.startsWith("https://"));
		Set<String> hosts = hosts(redirectUris);
		return (secure && hosts.size() == 1) ? Optional.of(hosts.iterator().next()) : Optional.empty();
	}

	// An application's own scheme has no host, and is one more.
	private static Set<String> hosts(Set<String> redirectUris) {
		return redirectUris.stream()
			.map((uri) -> Objects.toString(URI.create(uri).getHost(), "").toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	/** Names a field that does not go with the others. */
	public record Contradiction(String field, String problem) {

	}

}
