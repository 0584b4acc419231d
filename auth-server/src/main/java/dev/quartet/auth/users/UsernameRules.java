package dev.quartet.auth.users;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Decides which user names may exist, and which two are the same. */
public final class UsernameRules {

	private static final int MAX_LENGTH = 100;

	private UsernameRules() {
	}

	/** Gives equal keys to names that a person would read as the same. */
	public static String key(String username) {
		return Normalizer.normalize(username, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	/** Says what is wrong with the name, or nothing. */
	public static Optional<String> problem(String username) {
		if (username.isBlank() || username.length() > MAX_LENGTH) {
			return Optional.of("a user name has 1 to " + MAX_LENGTH + " characters");
		}
		if (!username.equals(username.strip()) || username.chars().anyMatch(Character::isISOControl)) {
			return Optional.of("a user name neither starts nor ends with a space and has no control characters");
		}
		return Optional.empty();
	}

}
