package dev.quartet.api.access.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hashes, and spells hashes as JOSE does. */
public final class Sha256 {

	// Cloned, because looking an algorithm up costs more than using it.
	private static final MessageDigest DIGEST = digest();

	private Sha256() {
	}

	public static byte[] of(String text) {
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
			return ((MessageDigest) DIGEST.clone()).digest(content);
		}
		catch (CloneNotSupportedException unable) {
			throw new IllegalStateException("The JDK's digests can be cloned", unable);
		}
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every JDK has SHA-256", missing);
		}
	}

}
