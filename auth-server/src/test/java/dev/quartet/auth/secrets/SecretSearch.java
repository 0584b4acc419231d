package dev.quartet.auth.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Finds secrets in clear, base64 or hex, also in the middle of something longer. */
final class SecretSearch {

	private static final int BYTES_OF_A_KEY = 16;

	/** Found by their first eight bytes, so that a dump is read only once. */
	private final Map<Long, List<byte[]>> writings = new HashMap<>();

	SecretSearch(Collection<String> secrets) {
		secrets.forEach((secret) -> {
			addAll(secret.getBytes(StandardCharsets.UTF_8));
			byte[] decoded = decode(secret);
			if (decoded.length >= BYTES_OF_A_KEY) {
				addAll(decoded);
			}
		});
	}

	boolean finds(byte[] stored) {
		ByteBuffer buffer = ByteBuffer.wrap(stored);
		for (int start = 0; start <= stored.length - Long.BYTES; start++) {
			for (byte[] writing : this.writings.getOrDefault(buffer.getLong(start), List.of())) {
				int end = start + writing.length;
				if (end <= stored.length && Arrays.equals(stored, start, end, writing, 0, writing.length)) {
					return true;
				}
			}
		}
		return false;
	}

	private void addAll(byte[] secret) {
		add(secret);
		add(ascii(HexFormat.of().formatHex(secret)));
		add(ascii(HexFormat.of().withUpperCase().formatHex(secret)));
		for (int before = 0; before < 3; before++) {
			add(base64(Base64.getEncoder(), secret, before));
			add(base64(Base64.getUrlEncoder(), secret, before));
		}
	}

	private void add(byte[] writing) {
		if (writing.length >= Long.BYTES) {
			this.writings.computeIfAbsent(ByteBuffer.wrap(writing).getLong(), (start) -> new ArrayList<>())
				.add(writing);
		}
	}

	// Three bytes make four characters: how a secret is written depends on where it
	// begins, and its neighbours share its first and last character.
	private static byte[] base64(Base64.Encoder encoder, byte[] secret, int before) {
		byte[] bytes = new byte[before + secret.length];
		System.arraycopy(secret, 0, bytes, before, secret.length);
		String encoded = encoder.withoutPadding().encodeToString(bytes);
		return ascii(encoded.substring((before * 8 + 5) / 6, bytes.length * 8 / 6));
	}

	private static byte[] decode(String secret) {
		try {
			return Base64.getUrlDecoder().decode(secret.replace('+', '-').replace('/', '_'));
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
