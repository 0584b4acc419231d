package dev.quartet.auth.clients;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

/** Decides whether a client may say this of itself (RFC 7591 §2). */
public final class MetadataRules {

	/** What signs here, and what may sign for a client (RFC 8725 §3.1). */
	public static final Set<String> SIGNATURES = Set.of("RS256", "ES256", "PS256", "EdDSA");

	/** What is obeyed; the rest of the registry is refused rather than ignored. */
	public static final Set<MetadataField> OFFERED = Set.of(MetadataField.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS,
			MetadataField.REQUIRE_PKCE, MetadataField.RESOURCE_SERVER_FOR, MetadataField.DEFAULT_MAX_AGE,
			MetadataField.REQUIRE_AUTH_TIME, MetadataField.JWKS, MetadataField.JWKS_URI,
			MetadataField.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, MetadataField.BACKCHANNEL_LOGOUT_URI,
			MetadataField.BACKCHANNEL_LOGOUT_SESSION_REQUIRED, MetadataField.FRONTCHANNEL_LOGOUT_URI,
			MetadataField.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED, MetadataField.CLIENT_URI, MetadataField.LOGO_URI,
			MetadataField.POLICY_URI, MetadataField.TOS_URI, MetadataField.CONTACTS, MetadataField.SOFTWARE_ID,
			MetadataField.SOFTWARE_VERSION, MetadataField.INITIATE_LOGIN_URI, MetadataField.DEFAULT_ACR_VALUES,
			MetadataField.SUBJECT_TYPE, MetadataField.SECTOR_IDENTIFIER_URI, MetadataField.USERINFO_SIGNED_RESPONSE_ALG,
			MetadataField.LOCALIZED, MetadataField.REQUEST_OBJECT_SIGNING_ALG,
			MetadataField.REQUIRE_SIGNED_REQUEST_OBJECT);

	private static final Set<String> SUBJECT_TYPES = Set.of("public", "pairwise");

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

	private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}");

	private static final int LONGEST_ADDRESS = 2000;

	private static final int LONGEST_NAME = 200;

	private static final int MOST_KEYS = 20;

	private MetadataRules() {
	}

	/** Says what is wrong with the value, or nothing. */
	public static Optional<String> problem(MetadataField field, Object value) {
		return switch (field.kind()) {
			case ADDRESS -> problemOfAddress(String.valueOf(value));
			case OBJECT -> problemOfKeys(value);
			case NAMES -> problemOfNames(value);
			case TEXT -> problemOfText(field, String.valueOf(value));
			case NUMBER -> (isWhole(value) && ((Number) value).longValue() >= 0) ? Optional.empty()
					: Optional.of("expected a number of seconds, 0 or more");
			case FLAG -> (value instanceof Boolean) ? Optional.empty() : Optional.of("expected true or false");
			case TEXTS -> (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance))
					? Optional.empty() : Optional.of("expected a list of texts");
		};
	}

	private static boolean isWhole(Object value) {
		return value instanceof Integer || value instanceof Long;
	}

	private static Optional<String> problemOfNames(Object value) {
		Map<?, ?> names = (value instanceof Map<?, ?> map) ? map : Map.of("", "");
		return names.entrySet()
			.stream()
			.flatMap((name) -> problemOfName(name.getKey().toString(), name.getValue()).stream())
			.findFirst();
	}

	private static Optional<String> problemOfName(String name, Object value) {
		String field = name.substring(0, Math.max(0, name.indexOf('#')));
		boolean known = MetadataField.LOCALIZABLE.contains(field)
				&& LANGUAGE.matcher(name.substring(name.indexOf('#') + 1)).matches();
		if (!known || !(value instanceof String text)) {
			return Optional.of("expected texts with names as in client_name#fr (RFC 7591 §2.2): " + name);
		}
		if (field.equals("client_name")) {
			return (text.length() <= LONGEST_NAME) ? Optional.empty()
					: Optional.of(name + ": expected at most 200 characters");
		}
		return problemOfAddress(text).map((problem) -> name + ": " + problem);
	}

	private static Optional<String> problemOfText(MetadataField field, String value) {
		return switch (field) {
			case SUBJECT_TYPE -> oneOf(value, SUBJECT_TYPES);
			case TOKEN_ENDPOINT_AUTH_SIGNING_ALG, REQUEST_OBJECT_SIGNING_ALG, USERINFO_SIGNED_RESPONSE_ALG ->
				oneOf(value, SIGNATURES);
			default -> Optional.empty();
		};
	}

	private static Optional<String> oneOf(String value, Set<String> known) {
		return known.contains(value) ? Optional.empty()
				: Optional.of("expected one of " + String.join(", ", known.stream().sorted().toList()));
	}

	private static Optional<String> problemOfAddress(String value) {
		try {
			URI uri = new URI(value);
			boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
			boolean safe = "https".equals(uri.getScheme())
					|| ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
			return (plain && safe && value.length() <= LONGEST_ADDRESS) ? Optional.empty()
					: Optional.of("expected an https address without user information and fragment");
		}
		catch (URISyntaxException ex) {
			return Optional.of("it is not a URI: " + ex.getReason());
		}
	}

	// A client that hands out its private key has given its identity away.
	@SuppressWarnings("unchecked")
	private static Optional<String> problemOfKeys(Object value) {
		if (!(value instanceof Map<?, ?> object)) {
			return Optional.of("expected a JSON Web Key Set");
		}
		try {
			List<JWK> keys = JWKSet.parse((Map<String, Object>) object).getKeys();
			// a shared one counts as private, too
			boolean usable = !keys.isEmpty() && keys.size() <= MOST_KEYS && keys.stream().noneMatch(JWK::isPrivate);
			return usable ? Optional.empty() : Optional.of("expected 1 to 20 public keys");
		}
		catch (ParseException ex) {
			return Optional.of("it is not a JSON Web Key Set (RFC 7517 §5)");
		}
	}

}
