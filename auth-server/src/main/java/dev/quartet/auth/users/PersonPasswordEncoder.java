package dev.quartet.auth.users;

import java.util.Objects;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes people's passwords with Argon2id at the cost that OWASP recommends. */
@Component
class PersonPasswordEncoder extends AbstractValidatingPasswordEncoder {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final int MEMORY_KIB = 19456;

	private static final int PASSES = 2;

	private final HashSlots slots = new HashSlots();

	private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB,
			PASSES);

	@Override
	protected String encodeNonNullPassword(String password) {
		return Objects.requireNonNull(this.slots.run(() -> this.argon2.encode(PasswordRules.normalize(password))));
	}

	@Override
	protected boolean matchesNonNull(String password, String hash) {
		String normalized = PasswordRules.normalize(password);
		return !PasswordRules.isTooLong(normalized) && this.slots.run(() -> this.argon2.matches(normalized, hash));
	}

	@Override
	protected boolean upgradeEncodingNonNull(String hash) {
		return this.argon2.upgradeEncoding(hash);
	}

}
