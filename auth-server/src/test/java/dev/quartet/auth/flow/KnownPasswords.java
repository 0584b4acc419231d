package dev.quartet.auth.flow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Computes the slow hash of the same password only once, however often tests sign the
 * same person in.
 */
final class KnownPasswords implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof PasswordEncoder passwords) ? new Remembered(passwords) : bean;
	}

	/** Remembers what it was asked, and asks the real one otherwise. */
	private static final class Remembered implements PasswordEncoder {

		private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

		private final PasswordEncoder passwords;

		private Remembered(PasswordEncoder passwords) {
			this.passwords = passwords;
		}

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			return this.passwords.encode(password);
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
			return this.answers.computeIfAbsent(hash + " " + password,
					(question) -> this.passwords.matches(password, hash));
		}

		@Override
		public boolean upgradeEncoding(@Nullable String hash) {
			return this.passwords.upgradeEncoding(hash);
		}

	}

}
