package dev.quartet.api.access.tokens;

import java.nio.ByteBuffer;

import dev.quartet.api.access.proof.Sha256;

/**
 * Is the SHA-256 of a token: all that is kept of it.
 *
 * @param first the first eight bytes, and so on
 */
record Fingerprint(long first, long second, long third, long fourth) {

	// Tokens are ASCII; whatever is not never becomes a remembered one.
	static Fingerprint of(String token) {
		ByteBuffer hash = ByteBuffer.wrap(Sha256.of(token));
		return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
	}

}
