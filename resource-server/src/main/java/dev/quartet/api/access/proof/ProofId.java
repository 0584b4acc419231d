package dev.quartet.api.access.proof;

import java.nio.ByteBuffer;

/**
 * Names a proof by its key and its own id together, so that nobody can take the id of
 * another's proof.
 *
 * @param key the thumbprint of the key that signed it
 * @param hash of key and {@code jti}
 */
record ProofId(String key, ByteBuffer hash) {

	static ProofId of(String key, String jti) {
		return new ProofId(key, ByteBuffer.wrap(Sha256.of(key + '.' + jti)));
	}

	byte[] bytes() {
		byte[] bytes = new byte[hash.remaining()];
		hash.duplicate().get(bytes);
		return bytes;
	}

}
