package dev.quartet.app.oauth1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Encodes as signatures need it, which is stricter than forms and addresses are (RFC 5849
 * §3.6).
 */
final class PercentEncoding {

	private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private PercentEncoding() {
	}

	static String encode(String text) {
		return encode(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Encodes anew what stands encoded in a query or a form, byte for byte, whatever
	 * those bytes mean.
	 */
	static String recode(String encoded) {
		return encode(bytes(encoded));
	}

	/** Reads a name or a value of a form; what is no UTF-8 is refused. */
	static String decode(String encoded) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(encoded))).toString();
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("Not UTF-8", ex);
		}
	}

	private static String encode(byte[] bytes) {
		StringBuilder encoded = new StringBuilder(bytes.length + 16);
		for (byte octet : bytes) {
			if (UNRESERVED.indexOf(octet) >= 0) {
				encoded.append((char) octet);
			}
			else {
				encoded.append('%').append(HEX.toHexDigits(octet));
			}
		}
		return encoded.toString();
	}

	// A plus is a space here: forms write it so, and it MUST be read so (§3.4.1.3.1).
	private static byte[] bytes(String encoded) {
		byte[] raw = encoded.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
		for (int at = 0; at < raw.length; at++) {
			if (raw[at] == '%') {
				bytes.write(octet(raw, at));
				at += 2;
			}
			else {
				bytes.write(raw[at]);
			}
		}
		return bytes.toByteArray();
	}

	private static int octet(byte[] raw, int at) {
		if (at + 2 >= raw.length) {
			throw new IllegalArgumentException("A percent sign without its two digits");
		}
		return HexFormat.fromHexDigit(raw[at + 1]) << 4 | HexFormat.fromHexDigit(raw[at + 2]);
	}

}
