package dev.quartet.auth.keys;

import java.nio.charset.StandardCharsets;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * Derives one key per purpose from the one secret that the owner keeps (HKDF, RFC 5869).
 */
public final class KeySecret {

	static final int SHORTEST = 32;

	private static final int KEY_BYTES = 32;

	private final byte[] secret;

	KeySecret(String secret) {
		if (secret.length() < SHORTEST) {
			throw new KeySecretMissing(
					"QUARTET_KEY_SECRET must have at least %d characters. Make one with: openssl rand -base64 48"
						.formatted(SHORTEST));
		}
		this.secret = secret.getBytes(StandardCharsets.UTF_8);
	}

	/** A 256-bit key that no other purpose shares. */
	public SecretKey derive(String purpose, String algorithm) {
		HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
		byte[] info = ("quartet/" + purpose).getBytes(StandardCharsets.UTF_8);
		hkdf.init(new HKDFParameters(this.secret, null, info));
		byte[] key = new byte[KEY_BYTES];
		hkdf.generateBytes(key, 0, key.length);
		return new SecretKeySpec(key, algorithm);
	}

	@Override
	public String toString() {
		return "KeySecret[***]";
	}

}
