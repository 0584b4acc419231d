package dev.quartet.api.rfc9449;

import java.time.Instant;
import java.util.Map;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestProof;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9449 §7: how a bound token must come, and how the API asks for its proof. */
@ApiTest
class BoundTokenTests {

	private static final String ADDRESS = TestToken.RESOURCE + "/protected";

	private final ApiClient api;

	private final String bound = TestToken.person("alice")
		.with("cnf", Map.of("jkt", TestProof.thumbprint(TestProof.KEYS.ec())))
		.mint();

	BoundTokenTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void acceptsABoundTokenWithAProofOnce() {
		String proof = proof().mint();
		assertThat(call("DPoP " + bound, proof).status()).isEqualTo(200);
		Answer replay = call("dpop " + bound, proof);
		assertThat(replay.status()).isEqualTo(401);
		assertThat(replay.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"").contains("algs=\"");
		assertThat(call("DPoP " + bound, proof().mint()).status()).isEqualTo(200);
	}

	@Test
	void refusesABoundTokenAsBearerEvenWithAProof() {
		Answer answer = call("Bearer " + bound, proof().mint());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_token\"");
	}

	@Test
	void refusesABoundTokenWithoutAProof() {
		Answer answer = api.send("/protected", (request) -> request.header("Authorization", "DPoP " + bound));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"");
	}

	@Test
	void refusesABearerTokenAsDpop() {
		String free = TestToken.person("alice").mint();
		String proof = TestProof.of(Instant.now(), "GET", ADDRESS, free).mint();
		Answer answer = call("DPoP " + free, proof);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("DPoP error=\"invalid_token\"");
	}

	@Test
	void refusesABindingThatNobodyUnderstands() {
		String odd = TestToken.person("alice").with("cnf", Map.of("kid", "7")).mint();
		assertThat(call("Bearer " + odd, proof().mint()).status()).isEqualTo(401);
	}

	@Test
	void offersBothWaysWhenThereIsNoToken() {
		assertThat(api.get("/notes").challenges()).hasSize(2)
			.anySatisfy((challenge) -> assertThat(challenge).startsWith("Bearer scope=\"notes:read\""))
			.anySatisfy((challenge) -> assertThat(challenge).startsWith("DPoP scope=\"notes:read\", algs=\"ES256 "));
	}

	private TestProof proof() {
		return TestProof.of(Instant.now(), "GET", ADDRESS, bound);
	}

	private Answer call(String authorization, String proof) {
		return api.send("/protected",
				(request) -> request.header("Authorization", authorization).header("DPoP", proof));
	}

}
