package dev.quartet.app.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives one key per purpose from the one secret that the owner keeps: HKDF-Expand (RFC
 * 5869 §2.3) for one block of SHA-256, keyed by the hash of the secret.
 */
final class KeySecret {

	static final int SHORTEST = 32;

	private static final String HMAC = "HmacSHA256";

	private final byte[] key;

	KeySecret(String secret) {
		if (secret.length() < SHORTEST) {
			throw new KeySecretMissing(
					"QUARTET_APP_KEY_SECRET must have at least %d characters. Make one with: openssl rand -base64 48"
						.formatted(SHORTEST));
		}
		this.key = hmac("quartet-app".getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
	}

	/** A 256-bit key that no other purpose shares. */
	SecretKey derive(String purpose, String algorithm) {
		byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
		byte[] block = new byte[info.length + 1];
		System.arraycopy(info, 0, block, 0, info.length);
		block[info.length] = 1;
		return new SecretKeySpec(hmac(this.key, block), algorithm);
	}

	private static byte[] hmac(byte[] key, byte[] text) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(new SecretKeySpec(key, HMAC));
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA256 is not available", ex);
		}
	}

	@Override
	public String toString() {
		return "KeySecret[***]";
	}

}
