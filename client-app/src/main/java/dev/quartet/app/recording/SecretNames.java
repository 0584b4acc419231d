package dev.quartet.app.recording;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides by its name whether a value is a secret, and of what kind. */
final class SecretNames {

	/** What a person chose: too easy to guess to tell anything about it. */
	static final String PASSWORD = "password";

	private static final Set<String> SECRETS = Set.of("code", "code_verifier", "client_secret", "access_token",
			"refresh_token", "id_token", "id_token_hint", "logout_token", "request", "client_assertion", "assertion",
			"token", "subject_token", "actor_token", "device_code", "user_code", "auth_req_id",
			"registration_access_token", "oauth_token", "oauth_token_secret", "oauth_verifier", "oauth_signature",
			"credentials");

	/** Other names of the same things. */
	private static final Map<String, String> ALIASES = Map.of("denied", "oauth_token", "oauth_callback_denied",
			"oauth_token", "pwd", PASSWORD, "pin", PASSWORD);

	/** A provider's own names say what they hold as well. */
	private static final Pattern TELLING = Pattern
		.compile("secret|token|passw|passphrase|credential|cookie|session|api_?-?key|signature|private|csrf|assertion");

	private static final Pattern HARMLESS = Pattern
		.compile(".*_(endpoint|supported|types?|hint|methods?|uri|alg|enc|required|confirmed|hash|expires_in|at)");

	/** The members of a key that only its owner may know (RFC 7518 §6). */
	private static final Set<String> PRIVATE_KEY = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

	private SecretNames() {
	}

	static Optional<String> kindOf(String name, String value) {
		String plain = name.toLowerCase(Locale.ROOT);
		if (SECRETS.contains(plain)) {
			return Optional.of(plain);
		}
		if (ALIASES.containsKey(plain)) {
			return Optional.of(ALIASES.get(plain));
		}
		// What a pushed request is called buys an authorization once (RFC 9126 §2.2).
		if ("request_uri".equals(plain) && value.startsWith("urn:")) {
			return Optional.of(plain);
		}
		return isTelling(plain, value) ? Optional.of(plain.contains("passw") ? PASSWORD : "secret") : Optional.empty();
	}

	static boolean isPrivateKey(String member) {
		return PRIVATE_KEY.contains(member);
	}

	private static boolean isTelling(String name, String value) {
		return TELLING.matcher(name).find() && !HARMLESS.matcher(name).matches() && !isFlag(value);
	}

	private static boolean isFlag(String value) {
		return value.isEmpty() || "true".equals(value) || "false".equals(value);
	}

}
