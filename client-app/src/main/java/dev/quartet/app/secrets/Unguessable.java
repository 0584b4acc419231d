package dev.quartet.app.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.stereotype.Component;

/** Draws values that nobody can guess, and hashes them for the database. */
@Component
public final class Unguessable {

	private static final int BYTES = 32;

	private final SecureRandom random;

	Unguessable(SecureRandom random) {
		this.random = random;
	}

	/** 256 random bits in 43 characters of base64url. */
	public String draw() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return encoded(bytes);
	}

	/** SHA-256 in 43 characters of base64url. */
	public static String hash(String value) {
		return encoded(sha256(value));
	}

	public static byte[] sha256(String value) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
