package dev.quartet.app.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** Makes providers of entries, with the defaults and the rules of each kind. */
final class EntryReading {

	static final String METADATA = "/.well-known/openid-configuration";

	/** The characters of a scope (RFC 6749 §3.3). */
	private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+");

	private static final Map<String, Kind> KINDS = choices(Kind.values(), Kind::key);

	private static final Map<String, ClientAuthentication> AUTHENTICATIONS = choices(ClientAuthentication.values(),
			(value) -> value.name().toLowerCase(Locale.ROOT));

	/** Whether the answer comes as a form, by its name in the request. */
	private static final Map<String, Boolean> RESPONSE_MODES = Map.of("query", false, "form_post", true);

	/** Never {@code none}, and never a signature with our own secret. */
	private static final Map<String, String> ALGORITHMS = Stream
		.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
		.collect(Collectors.toMap(Function.identity(), Function.identity()));

	private final List<EntryProblem> problems;

	EntryReading(List<EntryProblem> problems) {
		this.problems = problems;
	}

	/** The provider of an entry, or nothing if its kind is not known. */
	Optional<Provider> read(String name, ProviderEntry entry) {
		EntryCheck check = new EntryCheck(name, this.problems);
		Optional<Kind> kind = check.choice("kind", entry.kind(), KINDS);
		if (kind.isEmpty() && entry.kind() == null) {
			kind = Optional.ofNullable(Kind.of(entry));
			if (kind.isEmpty()) {
				check.refuse("server-metadata-url", "is missing, as is any other address of the provider");
			}
		}
		return kind.map((known) -> switch (known) {
			case OIDC -> oidc(name, entry, check);
			case OAUTH2 -> oauth2(name, entry, check);
			case OAUTH1 -> new OAuth1Reading(name, entry, check).read();
		});
	}

	private OidcProvider oidc(String name, ProviderEntry entry, EntryCheck check) {
		check.unused(Kind.OIDC, "authorize-url", entry.authorizeUrl())
			.unused(Kind.OIDC, "access-token-url", entry.accessTokenUrl())
			.unused(Kind.OIDC, "request-token-url", entry.requestTokenUrl())
			.unused(Kind.OIDC, "api-base-url", entry.apiBaseUrl())
			.unused(Kind.OIDC, "profile-url", entry.profileUrl())
			.unused(Kind.OIDC, "profile", entry.profile())
			.unused(Kind.OIDC, "signature-method", entry.signatureMethod())
			.unused(Kind.OIDC, "private-key", entry.privateKey());
		@Nullable ClientAuthentication authentication = authentication(entry, check).orElse(null);
		List<String> scopes = scopes(entry, check, List.of("openid", "profile", "email"));
		if (!scopes.contains("openid")) {
			check.refuse("scope", "must contain openid");
		}
		String issuer = issuerOf(entry, check);
		return new OidcProvider(name, title(name, entry), credentials(entry, check), metadataOf(entry, issuer, check),
				issuer, scopes, authentication,
				check.choice("id-token-signed-with", entry.idTokenSignedWith(), ALGORITHMS).orElse(null),
				check.choice("response-mode", entry.responseMode(), RESPONSE_MODES).orElse(false), parameters(entry));
	}

	private static String issuerOf(ProviderEntry entry, EntryCheck check) {
		String metadata = entry.serverMetadataUrl();
		if (entry.issuer() != null || metadata == null) {
			return check.issuer(entry.issuer()).orElse("");
		}
		if (!metadata.endsWith(METADATA)) {
			check.refuse("issuer", "is missing: only server-metadata-url with " + METADATA + " at its end tells it");
			return "";
		}
		return metadata.substring(0, metadata.length() - METADATA.length());
	}

	private static String metadataOf(ProviderEntry entry, String issuer, EntryCheck check) {
		if (entry.serverMetadataUrl() == null && !issuer.isEmpty()) {
			if (issuer.contains("{")) {
				check.refuse("server-metadata-url", "is missing: an issuer with {tenantid} does not tell it");
			}
			// Without the slash that an issuer may end with (OpenID Connect Discovery 1.0
			// §4.1).
			return StringUtils.trimTrailingCharacter(issuer, '/') + METADATA;
		}
		return (entry.serverMetadataUrl() == null && entry.issuer() != null) ? ""
				: check.address("server-metadata-url", entry.serverMetadataUrl());
	}

	private OAuth2Provider oauth2(String name, ProviderEntry entry, EntryCheck check) {
		check.unused(Kind.OAUTH2, "server-metadata-url", entry.serverMetadataUrl())
			.unused(Kind.OAUTH2, "request-token-url", entry.requestTokenUrl())
			.unused(Kind.OAUTH2, "id-token-signed-with", entry.idTokenSignedWith())
			.unused(Kind.OAUTH2, "response-mode", entry.responseMode())
			.unused(Kind.OAUTH2, "signature-method", entry.signatureMethod())
			.unused(Kind.OAUTH2, "private-key", entry.privateKey());
		ClientAuthentication authentication = authentication(entry, check)
			.orElse(ClientAuthentication.CLIENT_SECRET_BASIC);
		String authorizeUrl = check.address("authorize-url", entry.authorizeUrl());
		return new OAuth2Provider(name, title(name, entry), credentials(entry, check),
				ownIssuer(entry, authorizeUrl, check), authorizeUrl,
				check.address("access-token-url", entry.accessTokenUrl()), profileUrl(entry, check), profile(entry),
				scopes(entry, check, List.of()), authentication, parameters(entry));
	}

	private static String profileUrl(ProviderEntry entry, EntryCheck check) {
		String url = entry.profileUrl();
		if (url == null || entry.apiBaseUrl() == null || url.contains("://")) {
			return check.address("profile-url", url);
		}
		String base = check.address("api-base-url", entry.apiBaseUrl());
		return check.address("profile-url", StringUtils.trimTrailingCharacter(base, '/') + "/" + withoutSlash(url));
	}

	static String withoutSlash(String path) {
		return StringUtils.trimLeadingCharacter(path, '/');
	}

	/** Kinds without an issuer of their own are told apart by where people sign in. */
	static String ownIssuer(ProviderEntry entry, String authorizeUrl, EntryCheck check) {
		return check.issuer(entry.issuer())
			.orElseGet(() -> authorizeUrl.isEmpty() ? "" : Addresses.origin(authorizeUrl));
	}

	static String title(String name, ProviderEntry entry) {
		return (entry.title() != null) ? entry.title() : StringUtils.capitalize(name.replace('-', ' '));
	}

	/** The names of OpenID Connect's own claims serve where nothing else is said. */
	static ProfileFields profile(ProviderEntry entry) {
		ProviderEntry.Profile profile = entry.profile();
		if (profile == null) {
			return new ProfileFields("sub", "name", "preferred_username", "email", "picture");
		}
		return new ProfileFields(Objects.requireNonNullElse(profile.subject(), "sub"), profile.name(),
				profile.username(), profile.email(), profile.picture());
	}

	private static Optional<ClientAuthentication> authentication(ProviderEntry entry, EntryCheck check) {
		return check.choice("client-authentication", entry.clientAuthentication(), AUTHENTICATIONS);
	}

	private static Credentials credentials(ProviderEntry entry, EntryCheck check) {
		String id = check.required("client-id", entry.clientId());
		if ("none".equalsIgnoreCase(entry.clientAuthentication())) {
			if (entry.clientSecret() != null) {
				check.refuse("client-secret", "is never sent with client-authentication none");
			}
			return new Credentials(id, "");
		}
		return new Credentials(id, check.required("client-secret", entry.clientSecret()));
	}

	private static List<String> scopes(ProviderEntry entry, EntryCheck check, List<String> otherwise) {
		List<String> scopes = (entry.scope() != null) ? entry.scope() : otherwise;
		if (!scopes.stream().allMatch((scope) -> SCOPE.matcher(scope).matches())) {
			check.refuse("scope", "holds characters that no scope may have");
		}
		return scopes;
	}

	private static Map<String, String> parameters(ProviderEntry entry) {
		return (entry.parameters() != null) ? Map.copyOf(entry.parameters()) : Map.of();
	}

	static <T> Map<String, T> choices(T[] values, Function<T, String> key) {
		return Arrays.stream(values).collect(Collectors.toMap(key, Function.identity()));
	}

}
