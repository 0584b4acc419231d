package dev.quartet.api.rfc9449;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.Confirmation;
import dev.quartet.api.access.proof.ProofRefused;
import dev.quartet.api.access.proof.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** RFC 9449 §7 and RFC 7800 §3.1: which schemes a token goes with (check DP-09). */
class BoundTokenTests {

	private static final Confirmation NONE = new Confirmation(null, null);

	private static final String HASH = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

	private final CheckedApi api = CheckedApi.start();

	@Test
	void refusesABoundTokenAsABearerToken() {
		String proof = api.proof().mint();
		refuses(api.refusal(CheckedApi.request(), Scheme.BEARER, CheckedApi.BOUND), "needs the scheme DPoP");
		refuses(api.refusal(CheckedApi.request(proof), Scheme.BEARER, CheckedApi.BOUND), "needs the scheme DPoP");
	}

	@Test
	void refusesABearerTokenWithTheSchemeDpop() {
		String proof = api.proof().mint();
		refuses(api.refusal(CheckedApi.request(proof), Scheme.DPOP, NONE), "not bound to a key");
		refuses(api.refusal(CheckedApi.request(), Scheme.DPOP, NONE), "not bound to a key");
	}

	@Test
	void acceptsABearerTokenWithoutAProof() {
		assertThat(api.proofs().check(CheckedApi.request(), Scheme.BEARER, CheckedApi.TOKEN, NONE)).isEmpty();
	}

	@Test
	void refusesBoundTokensWhereDpopIsOff() {
		CheckedApi off = CheckedApi.withoutDpop();
		refuses(off.refusal(CheckedApi.request(off.proof().mint()), Scheme.DPOP, CheckedApi.BOUND), "not supported");
		refuses(off.refusal(CheckedApi.request(), Scheme.BEARER, CheckedApi.BOUND), "not supported");
		assertThat(off.proofs().isOffered()).isFalse();
		assertThat(off.proofs().algorithms()).isEmpty();
	}

	@Test
	void readsWhatATokenIsBoundTo() {
		assertThat(Confirmation.of(Map.of("sub", "alice")).isNone()).isTrue();
		assertThat(Confirmation.of(Map.of("cnf", Map.of("jkt", HASH)))).isEqualTo(new Confirmation(HASH, null));
		assertThat(Confirmation.of(Map.of("cnf", Map.of("x5t#S256", HASH)))).isEqualTo(new Confirmation(null, HASH));
		assertThat(Confirmation.of(Map.of("cnf", Map.of("jkt", HASH, "x5t#S256", HASH))))
			.isEqualTo(new Confirmation(HASH, HASH));
	}

	@ParameterizedTest
	@MethodSource("unknownConfirmations")
	void refusesAConfirmationThatItDoesNotUnderstand(Object cnf) {
		assertThatExceptionOfType(ProofRefused.class).isThrownBy(() -> Confirmation.of(Map.of("cnf", cnf)))
			.satisfies((refused) -> assertThat(refused.error()).isEqualTo("invalid_token"));
	}

	static Stream<Object> unknownConfirmations() {
		return Stream.of("x", 1, true, List.of(), List.of(Map.of("jkt", HASH)), Map.of(), Map.of("jwk", Map.of()),
				Map.of("jkt", HASH, "kid", "x"), Map.of("kid", "x"), Map.of("jku", "https://x"), Map.of("JKT", HASH),
				Map.of("jkt", ""), Map.of("jkt", 1), Map.of("jkt", List.of(HASH)), Map.of("jkt", HASH + "A"),
				Map.of("jkt", HASH.substring(1)), Map.of("jkt", HASH.replace('-', '+')), Map.of("x5t#S256", "x"),
				Map.of("x5t#S256", 1), Map.of("x5t", HASH), Map.of("jkt", HASH, "x5t#S256", "x"));
	}

	@Test
	void refusesAConfirmationOfNothing() {
		Map<String, Object> claims = new HashMap<>();
		claims.put("cnf", null);
		assertThatExceptionOfType(ProofRefused.class).isThrownBy(() -> Confirmation.of(claims));
		Map<String, Object> members = new HashMap<>();
		members.put("jkt", null);
		assertThatExceptionOfType(ProofRefused.class).isThrownBy(() -> Confirmation.of(Map.of("cnf", members)));
	}

	private static void refuses(ProofRefused refused, String why) {
		assertThat(refused.error()).isEqualTo("invalid_token");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.description()).contains(why);
	}

}
