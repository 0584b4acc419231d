package dev.quartet.auth.registration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientRules;
import dev.quartet.auth.clients.MetadataRules;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Turns what a client says of itself into what it will be, or refuses it by the name of
 * the field (RFC 7591 §2, OpenID Connect Registration §2).
 */
@Component
class MetadataReader {

	/** Nothing in a client's own name: there would be nobody to ask for consent. */
	private static final List<String> GRANT_TYPES = List.of("authorization_code", "refresh_token",
			ClientRules.DEVICE_CODE);

	private static final int LONGEST_NAME = 200;

	private final FurtherFields furtherFields;

	private final SectorRules sectors;

	private final RegistrationSettings settings;

	MetadataReader(FurtherFields furtherFields, SectorRules sectors, RegistrationSettings settings) {
		this.furtherFields = furtherFields;
		this.sectors = sectors;
		this.settings = settings;
	}

	ClientMetadata read(SubmittedMetadata submitted, String clientId, Set<String> allowedScopes) {
		RefusedFields.check(submitted);
		ApplicationType type = ApplicationType.of(submitted.choice("application_type", List.of("web", "native"), "web"))
			.orElse(ApplicationType.WEB);
		ClientMetadata metadata = new ClientMetadata(name(submitted, clientId), type,
				submitted.choice("token_endpoint_auth_method", ClientRules.AUTH_METHODS, "client_secret_basic"),
				grantTypes(submitted), RegisteredUris.redirect(submitted, type),
				RegisteredUris.postLogout(submitted, type), scope(submitted, allowedScopes), true,
				submitted.choice("id_token_signed_response_alg", algorithms(), ClientMetadata.DEFAULT_ID_TOKEN_ALG),
				ClientMetadata.DEFAULT_ACCESS_TOKEN_ALG, AccessTokenFormat.JWT, this.furtherFields.read(submitted));
		checkResponseTypes(submitted, metadata);
		refuseContradictions(metadata);
		this.sectors.check(metadata);
		return this.settings.protect(metadata);
	}

	private static String name(SubmittedMetadata submitted, String clientId) {
		String name = submitted.text("client_name").filter(StringUtils::hasText).orElse(clientId);
		if (name.length() > LONGEST_NAME) {
			throw RegistrationRefused.metadata("client_name", "expected at most 200 characters");
		}
		return name;
	}

	private static Set<String> grantTypes(SubmittedMetadata submitted) {
		Set<String> grantTypes = submitted.texts("grant_types").orElse(Set.of("authorization_code"));
		if (grantTypes.isEmpty() || !GRANT_TYPES.containsAll(grantTypes)) {
			throw RegistrationRefused.metadata("grant_types", "expected some of " + String.join(", ", GRANT_TYPES));
		}
		return grantTypes;
	}

	// A client that does not say what it needs gets what it may have (RFC 7591 §2).
	private static Set<String> scope(SubmittedMetadata submitted, Set<String> allowed) {
		Set<String> scope = submitted.text("scope")
			.<Set<String>>map((text) -> new LinkedHashSet<>(List.of(StringUtils.tokenizeToStringArray(text, " "))))
			.orElseGet(() -> new TreeSet<>(allowed));
		if (!allowed.containsAll(scope)) {
			throw RegistrationRefused.metadata("scope", "expected some of " + String.join(" ", new TreeSet<>(allowed)));
		}
		return scope;
	}

	// The two say the same in other words (RFC 7591 §2.1).
	private static void checkResponseTypes(SubmittedMetadata submitted, ClientMetadata metadata) {
		Set<String> possible = responseTypes(metadata);
		if (!submitted.texts("response_types").orElse(possible).equals(possible)) {
			throw RegistrationRefused.metadata("response_types", possible.isEmpty()
					? "expected none without the grant type authorization_code" : "expected code and nothing else");
		}
	}

	static Set<String> responseTypes(ClientMetadata metadata) {
		return metadata.grantTypes().contains("authorization_code") ? Set.of("code") : Set.of();
	}

	private static void refuseContradictions(ClientMetadata metadata) {
		ClientRules.contradictions(metadata).stream().findFirst().ifPresent((found) -> {
			throw found.field().equals("redirect_uris") ? RegistrationRefused.redirectUri(found.problem())
					: RegistrationRefused.metadata(found.field(), found.problem());
		});
	}

	private static List<String> algorithms() {
		return MetadataRules.SIGNATURES.stream().sorted().toList();
	}

}
