package dev.quartet.api.access.tokens;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Is the SHA-256 of a token: all that is kept of it.
 *
 * @param first the first eight bytes, and so on
 */
record Fingerprint(long first, long second, long third, long fourth) {

	// Cloned, because looking an algorithm up costs more than using it.
	private static final MessageDigest SHA_256 = digest();

	static Fingerprint of(String token) {
		try {
			MessageDigest digest = (MessageDigest) SHA_256.clone();
			// Tokens are ASCII; whatever is not never becomes a remembered one.
			ByteBuffer hash = ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
			return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
		}
		catch (CloneNotSupportedException never) {
			throw new IllegalStateException(never);
		}
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException never) {
			throw new IllegalStateException(never);
		}
	}

}
