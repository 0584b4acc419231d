package dev.quartet.api.access.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hashes, and spells hashes as JOSE does. */
final class Sha256 {

	private Sha256() {
	}

	static byte[] of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	static String base64(String text) {
		return base64(text.getBytes(StandardCharsets.UTF_8));
	}

	static String base64(byte[] content) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(of(content));
	}

	/** Compares without telling by its time where two texts differ. */
	static boolean areEqual(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] of(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every JDK has SHA-256", missing);
		}
	}

}
