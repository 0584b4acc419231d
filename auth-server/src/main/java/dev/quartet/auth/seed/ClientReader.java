package dev.quartet.auth.seed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientRules;
import dev.quartet.auth.clients.RedirectUriRules;
import dev.quartet.auth.web.Nearest;
import org.springframework.util.StringUtils;

/** Reads the clients of a seed file, which are written in the words of RFC 7591 §2. */
class ClientReader {

	static final List<String> KEYS = Stream
		.concat(Stream.of("client_id", "client_name", "client_secret", "client_secret_sha256", "client_secrets",
				"redirect_uris", "post_logout_redirect_uris", "grant_types", "token_endpoint_auth_method", "scope",
				"application_type", "require_consent", "id_token_signed_response_alg",
				"access_token_signed_response_alg", "access_token_format"), FurtherReader.KEYS.stream())
		.toList();

	private static final List<String> APPLICATION_TYPES = List.of("web", "native");

	private static final List<String> GRANT_TYPES = List.of("authorization_code", "refresh_token", "client_credentials",
			ClientRules.DEVICE_CODE);

	private static final List<String> FORMATS = List.of("jwt", "opaque");

	private static final List<String> ALGORITHMS = List.of("RS256", "ES256", "PS256", "EdDSA");

	private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]+");

	private final ClientSecretReader secrets;

	ClientReader(ClientSecretReader secrets) {
		this.secrets = secrets;
	}

	ClientSeed read(SeedEntry entry) {
		SeedText id = entry.required("client_id", 255);
		if (!id.value().isEmpty() && !ID.matcher(id.value()).matches()) {
			entry.refuse("client_id", "expected ASCII characters without spaces");
		}
		ClientMetadata metadata = metadata(entry, id.value());
		ClientRules.contradictions(metadata).forEach((found) -> entry.refuse(found.field(), found.problem()));
		Place scopePlace = entry.text("scope", 4000).map(SeedText::place).orElse(entry.place());
		return new ClientSeed(id, metadata, this.secrets.read(entry, metadata), scopePlace);
	}

	private static ClientMetadata metadata(SeedEntry entry, String id) {
		String name = entry.text("client_name", 200).map(SeedText::value).orElse(id);
		String typeName = choice(entry, "application_type", APPLICATION_TYPES, "web");
		ApplicationType type = ApplicationType.of(typeName).orElse(ApplicationType.WEB);
		String scope = entry.text("scope", 4000).map(SeedText::value).orElse("");
		return new ClientMetadata(name, type,
				choice(entry, "token_endpoint_auth_method", ClientRules.AUTH_METHODS, "client_secret_basic"),
				grantTypes(entry), uris(entry, "redirect_uris", type), uris(entry, "post_logout_redirect_uris", type),
				new LinkedHashSet<>(List.of(StringUtils.tokenizeToStringArray(scope, " "))),
				entry.flag("require_consent", true),
				choice(entry, "id_token_signed_response_alg", ALGORITHMS, ClientMetadata.DEFAULT_ID_TOKEN_ALG),
				choice(entry, "access_token_signed_response_alg", ALGORITHMS, ClientMetadata.DEFAULT_ACCESS_TOKEN_ALG),
				AccessTokenFormat.of(choice(entry, "access_token_format", FORMATS, "jwt"))
					.orElse(AccessTokenFormat.JWT),
				FurtherReader.read(entry));
	}

	private static String choice(SeedEntry entry, String key, List<String> known, String otherwise) {
		SeedText choice = entry.text(key, 100).orElseGet(() -> new SeedText(otherwise, entry.place()));
		return known(entry, key, choice, known);
	}

	private static Set<String> grantTypes(SeedEntry entry) {
		if (!entry.has("grant_types")) {
			return Set.of("authorization_code");
		}
		List<SeedText> grantTypes = entry.texts("grant_types", 100);
		if (grantTypes.isEmpty()) {
			entry.refuse("grant_types", "expected at least one of " + String.join(", ", GRANT_TYPES));
		}
		return grantTypes.stream()
			.map((grantType) -> known(entry, "grant_types", grantType, GRANT_TYPES))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static String known(SeedEntry entry, String key, SeedText text, List<String> known) {
		if (!known.contains(text.value())) {
			entry.refuse(text.place(), key,
					"unknown value \"%s\"%s".formatted(text.value(), Nearest.hint(text.value(), known)));
		}
		return text.value();
	}

	private static Set<String> uris(SeedEntry entry, String key, ApplicationType type) {
		Set<String> uris = new LinkedHashSet<>();
		for (SeedText uri : entry.texts(key, 2000)) {
			RedirectUriRules.problem(uri.value(), type)
				.ifPresent((problem) -> entry.refuse(uri.place(), key, "\"%s\": %s".formatted(uri.value(), problem)));
			uris.add(uri.value());
		}
		return uris;
	}

}
