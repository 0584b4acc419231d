package dev.quartet.api.rfc9449;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.ProofRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** RFC 9449 §4.3: which claims a proof needs (checks DP-05 and DP-09). */
class ProofTests {

	private final CheckedApi api = CheckedApi.start();

	@Test
	void acceptsAProofOfThisRequest() {
		assertThat(api.call(api.proof())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { -31, 31, -60, -3600, 3600, 100_000_000 })
	void refusesAProofOfAnotherTime(int seconds) {
		refuses(api.refusal(api.proof().at(Duration.ofSeconds(seconds))), "iat is too far from now");
	}

	@ParameterizedTest
	@ValueSource(ints = { -30, -10, 0, 10, 30 })
	void acceptsAProofWithinTheWindow(int seconds) {
		assertThat(api.call(api.proof().at(Duration.ofSeconds(seconds)))).isEmpty();
	}

	@Test
	void refusesAProofThatHasGrownOld() {
		String proof = api.proof().mint();
		api.pass(Duration.ofSeconds(31));
		refuses(api.refusal(proof), "iat is too far from now");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e300", "-1e300", "1e999", "\"1767225600\"", "null", "true", "[1767225600]", "{}",
			"99999999999999999999999999", "9223372036854775807", "-9223372036854775808" })
	void refusesAMalformedTime(String iat) {
		String claims = claims().replace("@iat", iat);
		assertThat(api.refusal(api.proof().mint(header(), claims)).error()).isEqualTo("invalid_dpop_proof");
	}

	@ParameterizedTest
	@ValueSource(strings = { "htm", "htu", "iat", "jti", "ath" })
	void refusesAProofWithoutAClaim(String claim) {
		refuses(api.refusal(api.proof().without(claim)), claim);
	}

	@ParameterizedTest
	@MethodSource("wrongClaims")
	void refusesAProofOfSomethingElse(String claim, Object value) {
		refuses(api.refusal(api.proof().with(claim, value)), claim);
	}

	static Stream<Arguments> wrongClaims() {
		return Stream.of(arguments("htm", "POST"), arguments("htm", "get"), arguments("htm", " GET"),
				arguments("htm", List.of("GET")), arguments("jti", ""), arguments("jti", "x".repeat(256)),
				arguments("jti", 7), arguments("jti", List.of("a")), arguments("jti", Map.of()),
				arguments("ath", "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo"), arguments("ath", CheckedApi.TOKEN),
				arguments("ath", ""), arguments("ath", 1), arguments("htu", 1), arguments("htu", List.of()));
	}

	@Test
	void refusesAProofOfAnotherToken() {
		String proof = api.proof().mint();
		assertThat(api.refusalOf("access.token.2", proof).description()).isEqualTo("ath is not the hash of this token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "at+jwt", "DPOP+JWT", "application/dpop+jwt", "dpop", "" })
	void refusesAnotherType(String type) {
		refuses(api.refusal(api.proof().header("typ", type)), "typ is not dpop+jwt");
	}

	@Test
	void refusesAProofWithoutAType() {
		refuses(api.refusal(api.proof().withoutHeader("typ")), "typ is not dpop+jwt");
	}

	@Test
	void refusesCriticalExtensions() {
		for (Object crit : List.of(List.of("bork"), List.of("b64"), List.of(), "b64", 1)) {
			refuses(api.refusal(api.proof().header("b64", false).header("crit", crit)), "crit is not supported");
		}
	}

	@Test
	void refusesNoProofAndTwo() {
		refuses(api.refusal(new String[0]), "exactly one DPoP header");
		refuses(api.refusal(api.proof().mint(), api.proof().mint()), "exactly one DPoP header");
		refuses(api.refusal(api.proof().mint() + "," + api.proof().mint()), "not one well-formed JWT");
		refuses(api.refusal(""), "not one well-formed JWT");
	}

	@Test
	void saysNothingThatTheClientSent() {
		ProofRefused refused = api.refusal(api.proof().with("htu", "https://x/\"><script>").with("htm", "G\r\nSet: x"));
		assertThat(refused.description()).isEqualTo("htm is not the method of this request");
		assertThat(refused.getStackTrace()).isEmpty();
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.headers()).isEmpty();
	}

	private String header() {
		return api.proof().headerText();
	}

	private String claims() {
		return api.proof().with("iat", "@iat").claimsText().replace("\"@iat\"", "@iat");
	}

	private static void refuses(ProofRefused refused, String why) {
		assertThat(refused.error()).isEqualTo("invalid_dpop_proof");
		assertThat(refused.description()).contains(why);
	}

}
