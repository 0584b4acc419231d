package dev.quartet.auth.resources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Names what a person is shown by a short text that changes when any of it does. */
final class ShownVersion {

	private static final int LENGTH = 16;

	private ShownVersion() {
	}

	static String of(LocalizedTexts localized, String... others) {
		Stream<String> shown = localized.all()
			.entrySet()
			.stream()
			.flatMap((text) -> Stream.of(text.getKey(), text.getValue()));
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			// each with its length, so that no two lists of texts read alike
			Stream.concat(Stream.of(others), shown)
				.map((text) -> text.length() + ":" + text)
				.forEach((text) -> sha256.update(text.getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(sha256.digest()).substring(0, LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
