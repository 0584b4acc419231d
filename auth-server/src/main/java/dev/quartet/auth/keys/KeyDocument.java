package dev.quartet.auth.keys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Is the published key set (RFC 7517 §5) as it goes over the wire. */
final class KeyDocument {

	private final byte[] bytes;

	private final String etag;

	KeyDocument(byte[] bytes) {
		this.bytes = bytes;
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
			this.etag = "\"" + HexFormat.of().formatHex(hash, 0, hash.length / 2) + "\"";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	byte[] bytes() {
		return this.bytes.clone();
	}

	String etag() {
		return this.etag;
	}

}
