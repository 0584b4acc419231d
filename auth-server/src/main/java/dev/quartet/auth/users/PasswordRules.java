package dev.quartet.auth.users;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Decides whether a person may have a password. */
@Component
public class PasswordRules {

	private static final int MAX_LENGTH = 200;

	private final PasswordSettings settings;

	private final boolean demo;

	PasswordRules(PasswordSettings settings, Environment environment) {
		this.settings = settings;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	/** Says what is wrong with the password; an empty list allows it. */
	public List<String> problems(String username, String password) {
		List<String> problems = new ArrayList<>();
		String normalized = normalize(password);
		if (isTooLong(normalized)) {
			problems.add("A password has at most " + MAX_LENGTH + " characters.");
		}
		if (!this.demo && length(normalized) < this.settings.minLength()) {
			problems.add("A password has at least " + this.settings.minLength() + " characters.");
		}
		if (!this.demo && UsernameRules.key(password).equals(UsernameRules.key(username))) {
			problems.add("A password is not the user name.");
		}
		return problems;
	}

	// The same characters typed on another keyboard must give the same password (NIST SP
	// 800-63B §3.1.1.2).
	static String normalize(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFKC);
	}

	static boolean isTooLong(String normalized) {
		return length(normalized) > MAX_LENGTH;
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

}
