package dev.quartet.api.rfc9449;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import com.nimbusds.jose.util.Base64URL;
import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.ProofRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Refuses whatever else comes as a proof, and fails at none of it. */
class ProofFuzzTests {

	private static final int ROUNDS = 5000;

	private final CheckedApi api = CheckedApi.start();

	private final Random random = new Random(9449);

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "1", "\"x\"", "", " ", "{", "{\"typ\":}", "{'typ':'dpop+jwt'}",
			"{\"typ\":\"dpop+jwt\",}", "{\"typ\":\"dpop+jwt\"} {}", "{\"typ\":\"dpop+jwt\"}x", "\uFEFF{}", "NaN",
			"{\"typ\":\"dpop+jwt\",\"alg\":NaN}", "/* */{}", "{\"typ\":\"dpop\\u002bjwt\"}" })
	void refusesGarbageAsAHeaderAndAsClaims(String json) {
		refuses(api.proof().mint(json, api.proof().claimsText()));
		refuses(api.proof().mint(api.proof().headerText(), json));
	}

	@ParameterizedTest
	@ValueSource(strings = { "typ", "alg", "jwk" })
	void refusesDuplicateMembersOfTheHeader(String name) {
		String header = api.proof().headerText();
		refusesAsMalformed(header.replaceFirst("\\{", "{\"" + name + "\":\"x\","), api.proof().claimsText());
	}

	@Test
	void refusesDuplicateMembersOfTheKey() {
		String header = api.proof().headerText();
		refusesAsMalformed(header.replaceFirst("\"kty\"", "\"kty\":\"EC\",\"kty\""), api.proof().claimsText());
	}

	@ParameterizedTest
	@ValueSource(strings = { "htm", "htu", "iat", "jti", "ath" })
	void refusesDuplicateClaims(String name) {
		String claims = api.proof().claimsText();
		refusesAsMalformed(api.proof().headerText(), claims.replaceFirst("\\{", "{\"" + name + "\":\"x\","));
		// The same name, once with an escape
		refusesAsMalformed(api.proof().headerText(), claims.replaceFirst("\\{",
				"{\"\\\\u00%02x%s\":\"x\",".formatted((int) name.charAt(0), name.substring(1))));
	}

	@Test
	void refusesHugeProofs() {
		for (int size : new int[] { 4 * 1024, 64 * 1024, 4 * 1024 * 1024 }) {
			refuses(api.proof().with("more", "x".repeat(size)).mint());
			refuses("x".repeat(size));
			refuses(".".repeat(size));
		}
		refusesAsMalformed(api.proof().headerText(),
				api.proof().claimsText().replaceFirst("\\{", "{\"more\":" + "9".repeat(1500) + ","));
	}

	@Test
	void refusesDeepProofs() {
		String deep = "[".repeat(500) + "]".repeat(500);
		refuses(api.proof()
			.mint(api.proof().headerText(), api.proof().claimsText().replaceFirst("\\{", "{\"a\":" + deep + ",")));
		refuses(api.proof().mint(api.proof().headerText(), "{\"a\":".repeat(400) + "1" + "}".repeat(400)));
	}

	@Test
	void refusesOtherAlphabets() {
		String[] parts = api.proof().mint().split("\\.", -1);
		refuses(parts[0] + "=." + parts[1] + "." + parts[2]);
		refuses(parts[0] + "\n." + parts[1] + "." + parts[2]);
		refuses(parts[0] + "." + parts[1] + "." + parts[2] + "==");
		refuses(parts[0] + "." + parts[1] + "." + parts[2] + "+");
		refuses(" " + String.join(".", parts));
		refuses(String.join(".", parts) + ".");
		refuses(String.join(".", parts) + "." + parts[0] + "." + parts[1]);
		refuses(String.join(".", parts).replace('e', 'е'));
		refuses("DPoP " + String.join(".", parts));
		byte[] utf16 = api.proof().headerText().getBytes(StandardCharsets.UTF_16);
		refuses(Base64URL.encode(utf16) + "." + parts[1] + "." + parts[2]);
	}

	@Test
	void refusesEachChangeOfACharacter() {
		String good = api.proof().mint();
		for (int i = 0; i < good.length(); i++) {
			char changed = good.charAt(i) == 'A' ? 'B' : 'A';
			// The last character of the signature has bits that mean nothing
			if (i < good.length() - 1) {
				refuses(good.substring(0, i) + changed + good.substring(i + 1));
			}
		}
		assertThat(api.call(good)).isEmpty();
	}

	@Test
	void refusesRandomChanges() {
		String good = api.proof().mint();
		for (int i = 0; i < ROUNDS; i++) {
			StringBuilder bad = new StringBuilder(good);
			for (int change = random.nextInt(4); change >= 0; change--) {
				bad.setCharAt(random.nextInt(bad.length() - 1), (char) (' ' + random.nextInt(95)));
			}
			if (!bad.toString().equals(good)) {
				refuses(bad.toString());
			}
		}
	}

	@Test
	void refusesRandomText() {
		for (int i = 0; i < ROUNDS; i++) {
			byte[] bytes = new byte[random.nextInt(200)];
			random.nextBytes(bytes);
			refuses(new String(bytes, StandardCharsets.ISO_8859_1));
			refuses(Base64URL.encode(bytes) + "." + Base64URL.encode(bytes) + "." + Base64URL.encode(bytes));
		}
	}

	private void refusesAsMalformed(String header, String claims) {
		ProofRefused refused = api.refusal(api.proof().mint(header, claims));
		assertThat(refused.description()).isEqualTo("The proof is not one well-formed JWT");
	}

	private void refuses(String proof) {
		ProofRefused refused = api.refusal(proof);
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.description()).isNotEmpty().doesNotContain("\"", "\\", "\n");
	}

}
