package dev.quartet.auth.users;

import org.springframework.core.env.Environment;

/** Makes the password rules of a profile without a Spring context. */
public final class TestPasswordRules {

	private static final int MIN_LENGTH = 15;

	private TestPasswordRules() {
	}

	public static PasswordRules of(Environment environment) {
		return new PasswordRules(new PasswordSettings(MIN_LENGTH, null), environment);
	}

}
