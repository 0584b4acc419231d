package dev.quartet.auth.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that the search for secrets would find one. */
class SecretSearchTests {

	private static final String SECRET = "vB8~d_2k>?Qx-9w";

	private static final byte[] KEY = HexFormat.of().parseHex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0efee");

	private final SecretSearch search = new SecretSearch(
			List.of(SECRET, Base64.getUrlEncoder().withoutPadding().encodeToString(KEY)));

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "ab", "abc", "abcd" })
	void findsASecretHoweverItIsWritten(String before) {
		assertFound((before + SECRET + " after").getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void findsAKeyHoweverItIsWritten(int before) {
		byte[] stored = new byte[before + KEY.length + 3];
		System.arraycopy(KEY, 0, stored, before, KEY.length);
		assertFound(stored);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "vB8~d_2k>?Qx-9", "B8~d_2k>?Qx-9w", "dkI4fmRfMms-P1F4LTl" })
	void findsNothingInAPartOfASecret(String stored) {
		assertThat(this.search.finds(stored.getBytes(StandardCharsets.UTF_8))).isFalse();
	}

	private void assertFound(byte[] stored) {
		assertThat(this.search.finds(stored)).isTrue();
		assertText(HexFormat.of().formatHex(stored));
		assertText(HexFormat.of().withUpperCase().formatHex(stored));
		assertText(Base64.getEncoder().encodeToString(stored));
		assertText(Base64.getUrlEncoder().withoutPadding().encodeToString(stored));
	}

	private void assertText(String stored) {
		assertThat(this.search.finds(stored.getBytes(StandardCharsets.US_ASCII))).as(stored).isTrue();
	}

}
