package dev.quartet.api.notes;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import dev.quartet.api.access.proof.Sha256;

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
		return HexFormat.of().formatHex(Sha256.of(value));
	}

}
