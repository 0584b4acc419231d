package dev.quartet.api.rfc9449;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestProof;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * RFC 9449 §7: bound tokens as clients and thieves send them to the running API (check
 * DP-09).
 */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class BoundCallsWebTests {

	private final ApiClient api;

	private final String token = TestToken.person("alice")
		.scope("openid notes:read")
		.with("cnf", Map.of("jkt", TestProof.thumbprint(TestProof.KEYS.ec())))
		.mint();

	private final Environment environment;

	BoundCallsWebTests(ApiClient api, Environment environment) {
		this.api = api;
		this.environment = environment;
	}

	@ParameterizedTest
	@ValueSource(strings = { "DPoP", "dpop", "DPOP" })
	void acceptsABoundTokenWithItsProof(String scheme) {
		assertThat(call(scheme, proof().mint()).status()).isEqualTo(200);
	}

	@Test
	void refusesAProofThatWasUsedBefore() {
		String proof = proof().mint();
		assertThat(call("DPoP", proof).status()).isEqualTo(200);
		Answer again = call("DPoP", proof);
		assertThat(again.status()).isEqualTo(401);
		assertThat(again.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"")
			.contains("algs=\"ES256 RS256 PS256 EdDSA\"");
		assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(again.text("detail")).isEqualTo("The proof was used before");
	}

	@Test
	void refusesABoundTokenAsABearerToken() {
		Answer answer = call("Bearer", proof().mint());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_token\"");
		assertThat(api.get("/protected", token).status()).isEqualTo(401);
	}

	@Test
	void refusesABearerTokenWithTheSchemeDpop() {
		String free = TestToken.person("alice").scope("openid notes:read").mint();
		Answer answer = api.send("/protected",
				(request) -> request.header("Authorization", "DPoP " + free).header("DPoP", proof().mint()));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("DPoP error=\"invalid_token\"");
	}

	@Test
	void refusesNoProofAndTwo() {
		Answer none = api.send("/protected", this::authorized);
		assertThat(none.status()).isEqualTo(401);
		assertThat(none.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"");
		Answer two = api.send("/protected",
				(request) -> authorized(request).header("DPoP", proof().mint()).header("DPoP", proof().mint()));
		assertThat(two.status()).isEqualTo(401);
		assertThat(two.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"");
	}

	@Test
	void refusesTwoTokens() {
		Answer answer = api.send("/protected", (request) -> authorized(request).header("DPoP", proof().mint())
			.header("Authorization", "Bearer " + token));
		assertThat(answer.status()).isEqualTo(400);
	}

	@Test
	void refusesAProofOfTheAddressThatItWasCalledAt(CapturedOutput output) {
		TestProof proof = proof().with("htu",
				"http://localhost:" + environment.getRequiredProperty("local.server.port") + "/protected");
		assertThat(call("DPoP", proof.mint()).text("detail")).isEqualTo("htu is not the address of this request");
		assertThat(output).doesNotContain("eyJ");
	}

	@Test
	void saysInTheSameSchemeWhichScopeIsMissing() {
		String address = TestToken.RESOURCE + "/notes";
		Answer answer = api.send("/notes",
				(request) -> request.method("POST", HttpRequest.BodyPublishers.noBody())
					.header("Authorization", "DPoP " + token)
					.header("DPoP", TestProof.of(Instant.now(), "POST", address, token).mint()));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.challenge()).startsWith("DPoP error=\"insufficient_scope\"")
			.contains("scope=\"notes:write\"", "algs=");
	}

	private TestProof proof() {
		return TestProof.of(Instant.now(), "GET", TestToken.RESOURCE + "/protected", token);
	}

	private Answer call(String scheme, String proof) {
		return api.send("/protected",
				(request) -> request.header("Authorization", scheme + " " + token).header("DPoP", proof));
	}

	private HttpRequest.Builder authorized(HttpRequest.Builder request) {
		return request.header("Authorization", "DPoP " + token);
	}

}
