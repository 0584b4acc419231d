package dev.quartet.auth.rfc7636;

import java.util.Map;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says that every client proves that it began the flow (RFC 7636; S256 only, RFC 9700
 * §2.1.1).
 */
@QuartetServer
class ProofKeyTests {

	private final Flows flows;

	private final OwnClients clients;

	ProofKeyTests(@Autowired Flows flows, @Autowired OwnClients clients) {
		this.flows = flows;
		this.clients = clients;
	}

	@AfterEach
	void forgetTheClient() {
		this.clients.forget("lax");
	}

	@Test
	void refusesARequestWithoutAChallenge() {
		for (TestClient client : new TestClient[] { TestClient.app(), TestClient.publicOne() }) {
			AuthorizationFlow flow = this.flows.with(client);
			Answer answer = flow.authorize(flow.request().without("code_challenge").without("code_challenge_method"));
			assertThat(answer.sent("error")).isEqualTo("invalid_request");
			assertThat(answer.sent("error_description")).contains("code_challenge");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "s256", "S512", "" })
	void refusesAnyMethodButS256(String method) {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = flow.authorize(flow.request().with("code_challenge_method", method));
		assertThat(answer.sent("error")).isEqualTo("invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "a+bcdefghijklmnopqrstuvwxyzabcdefghijklmnop", "====" })
	void refusesAChallengeThatIsNoHash(String challenge) {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = flow.authorize(flow.request().with("code_challenge", challenge));
		assertThat(answer.sent("error")).isEqualTo("invalid_request");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 42, 44, 128, 129 })
	void refusesAChallengeOfAnotherLengthThanAHash(int length) {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = flow.authorize(flow.request().with("code_challenge", "a".repeat(length)));
		assertThat(answer.sent("error")).isEqualTo("invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=", "+", "/", ".", "~", " ", "\n", "\0", "é" })
	void refusesAChallengeWithAnotherCharacterThanAHash(String character) {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = flow.authorize(flow.request().with("code_challenge", "a".repeat(42) + character));
		assertThat(answer.sent("error")).isEqualTo("invalid_request");
	}

	@Test
	void burnsACodeAtTheThirdWrongVerifier() {
		for (TestClient client : new TestClient[] { TestClient.app(), TestClient.publicOne() }) {
			AuthorizationFlow lucky = this.flows.with(client);
			String code = lucky.code("alice");
			guess(lucky, code, 2);
			assertThat(lucky.redeem(code).status()).isEqualTo(200);
			AuthorizationFlow guessing = this.flows.with(client);
			String burnt = guessing.code("alice");
			guess(guessing, burnt, 3);
			assertThat(guessing.redeem(burnt).json("error")).isEqualTo("invalid_grant");
		}
	}

	private static void guess(AuthorizationFlow flow, String code, int times) {
		for (int i = 0; i < times; i++) {
			Answer wrong = flow.token(flow.redemption(code).with("code_verifier", "w".repeat(43)));
			assertThat(wrong.json("error")).isEqualTo("invalid_grant");
		}
	}

	@Test
	void refusesAWrongOrMissingVerifier() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		assertThat(flow.token(flow.redemption(code).with("code_verifier", "w".repeat(43))).json("error"))
			.isEqualTo("invalid_grant");
		assertThat(flow.token(flow.redemption(code).without("code_verifier")).json("error")).isEqualTo("invalid_grant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?c%6Fde=", "?%63ode=", "?code=", "?x&c%6Fde=" })
	void refusesACodeInTheAddressWithoutItsVerifier(String query) {
		for (TestClient client : new TestClient[] { TestClient.app(), TestClient.publicOne() }) {
			AuthorizationFlow flow = this.flows.with(client);
			String code = flow.code("alice");
			Form form = flow.redemption(code).without("code").without("code_verifier");
			String[] proof = client.isPublic() ? new String[0] : client.basic();
			Answer answer = flow.browser()
				.post("/oauth2/token" + query + code, form.with("client_id", client.clientId()), proof);
			assertThat(answer.status()).isEqualTo(400);
			Form hidden = flow.redemption(code).without("grant_type").without("code_verifier");
			Answer other = flow.browser()
				.post("/oauth2/token?gr%61nt_type=authorization%5Fc%6Fde", hidden.with("client_id", client.clientId()),
						proof);
			assertThat(other.json("error")).isEqualTo("invalid_request");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 42, 128, 129, 10_000 })
	void refusesAWrongVerifierOfAnyLength(int length) {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		Answer answer = flow.token(flow.redemption(code).with("code_verifier", "w".repeat(length)));
		assertThat(answer.json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void refusesACodeFromAnotherSessionOfTheSameClient() {
		AuthorizationFlow hers = this.flows.app();
		AuthorizationFlow attackers = this.flows.app();
		String stolen = hers.code("alice");
		assertThat(attackers.code("bob")).isNotEmpty();
		assertThat(attackers.token(attackers.redemption(stolen)).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void refusesAVerifierWhereNoChallengeWasSent() {
		AuthorizationFlow flow = lax();
		Form request = flow.request().without("code_challenge").without("code_challenge_method");
		Answer answer = flow.signIn("alice", request);
		String code = (answer.redirects() ? answer : flow.allowAll(answer)).sent("code");
		assertThat(code).isNotEmpty();
		assertThat(flow.redeem(code).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void refusesACodeWithoutAVerifierWhereAChallengeWasSent() {
		AuthorizationFlow flow = lax();
		String code = flow.code("alice");
		assertThat(flow.token(flow.redemption(code).without("code_verifier")).json("error")).isEqualTo("invalid_grant");
		Form request = flow.request().without("code_challenge").without("code_challenge_method");
		Form without = flow.redemption(flow.authorize(request).sent("code")).without("code_verifier");
		assertThat(flow.token(without).status()).isEqualTo(200);
	}

	private AuthorizationFlow lax() {
		return this.flows.with(this.clients.register("lax", "openid", Map.of(MetadataField.REQUIRE_PKCE, false)));
	}

}
