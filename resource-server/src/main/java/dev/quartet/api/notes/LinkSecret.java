package dev.quartet.api.notes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Is what opens a link: 256 random bits behind a prefix that secret scanners can find.
 */
final class LinkSecret {

	private static final String PREFIX = "quartet_note_";

	private static final int BYTES = 32;

	private final String value;

	LinkSecret(String value) {
		this.value = value;
	}

	static LinkSecret draw(SecureRandom random) {
		byte[] bits = new byte[BYTES];
		random.nextBytes(bits);
		return new LinkSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	String reveal() {
		return value;
	}

	/** So much randomness needs no slow hash, and a hash can be looked up. */
	String hash() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
