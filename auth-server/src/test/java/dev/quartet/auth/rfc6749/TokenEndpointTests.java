package dev.quartet.auth.rfc6749;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how the token endpoint answers (RFC 6749 §3.2, §4.1.3, §4.4, §5.2). */
@QuartetServer
class TokenEndpointTests {

	private final Flows flows;

	private final JdbcClient database;

	TokenEndpointTests(@Autowired Flows flows, @Autowired JdbcClient database) {
		this.flows = flows;
		this.database = database;
	}

	@Test
	void givesAMachineATokenForItself() {
		Answer token = this.flows.machineToken("notes:read");
		assertThat(token.status()).isEqualTo(200);
		assertThat(token.json()).doesNotContainKeys("refresh_token", "id_token");
	}

	@Test
	void refusesAScopeThatTheMachineDoesNotHave() {
		assertThat(this.flows.machineToken("notes:write").json("error")).isEqualTo("invalid_scope");
	}

	@Test
	void refusesAGrantThatTheClientIsNotRegisteredFor() {
		Answer answer = this.flows.app().token(Form.empty().and("grant_type", "client_credentials"));
		assertThat(answer.json("error")).isEqualTo("unauthorized_client");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "implicit", "urn:x", "urn:ietf:params:oauth:grant-type:token-exchange" })
	void refusesOtherGrants(String grantType) {
		Answer answer = this.flows.app().token(Form.empty().and("grant_type", grantType));
		assertThat(answer.status()).isEqualTo(400);
	}

	@Test
	void refusesTheCodeOfAPersonWhoWasDisabled() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("bob");
		this.database.sql("update users set disabled_at = current_timestamp where id = 'bob'").update();
		try {
			assertThat(flow.redeem(code).json("error")).isEqualTo("invalid_grant");
		}
		finally {
			this.database.sql("update users set disabled_at = null where id = 'bob'").update();
		}
	}

	@Test
	void refusesAProofOfPossessionThatItDoesNotOffer() {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		Form refresh = Form.empty()
			.and("grant_type", "refresh_token")
			.and("client_id", "quartet-public")
			.and("refresh_token", flow.tokens("alice").json("refresh_token"));
		Answer answer = flow.browser().post("/oauth2/token", refresh, "DPoP", "a.b.c");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_dpop_proof");
	}

	@Test
	void refusesAWrongRedirectUri() {
		AuthorizationFlow flow = this.flows.app();
		Form wrong = flow.redemption(flow.code("alice")).with("redirect_uri", "http://localhost:8080/other");
		assertThat(flow.token(wrong).json("error")).isEqualTo("invalid_grant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/par",
			"/oauth2/device_authorization" })
	void takesParametersFromAFormOnly(String endpoint) {
		String[] machine = TestClient.machine().basic();
		for (String query : new String[] { "?grant_type=client_credentials", "?gr%61nt_type=client%5Fcredentials",
				"?x" }) {
			assertThat(this.flows.browser().post(endpoint + query, Form.empty(), machine).json("error"))
				.isEqualTo("invalid_request");
		}
		for (String type : new String[] { "application/json", "multipart/form-data; boundary=x", "text/plain" }) {
			String body = "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\nclient_credentials\r\n--x--\r\n";
			assertThat(this.flows.browser().body(endpoint, type, body, machine).json("error"))
				.isEqualTo("invalid_request");
		}
	}

	@Test
	void burnsACodeThatAnotherClientPresents() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		Form redemption = flow.redemption(code);
		Answer stolen = flow.browser().post("/oauth2/token", redemption, TestClient.machine().basic());
		assertThat(stolen.json("error")).isEqualTo("invalid_grant");
		assertThat(flow.token(redemption).json("error")).isEqualTo("invalid_grant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "code", "code_verifier", "grant_type", "redirect_uri" })
	void refusesAParameterThatIsSentTwice(String name) {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = flow.token(flow.redemption("x").and(name, "again"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_request");
	}

	@Test
	void answersAWrongSecretAndAnUnknownClientAlike() {
		Form form = Form.empty().and("grant_type", "client_credentials");
		TestClient wrong = new TestClient("quartet-machine", "wrong", "", "");
		TestClient unknown = new TestClient("nobody", "wrong", "", "");
		Answer first = this.flows.browser().post("/oauth2/token", form, wrong.basic());
		Answer second = this.flows.browser().post("/oauth2/token", form, unknown.basic());
		assertThat(first.status()).isEqualTo(401).isEqualTo(second.status());
		assertThat(first.json("error")).isEqualTo("invalid_client");
		assertThat(first.body()).isEqualTo(second.body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/oauth2/introspect", "/oauth2/revoke" })
	void neverSendsAMachineToTheLoginPage(String endpoint) {
		for (String accept : new String[] { "*/*", "text/html", "application/json" }) {
			Answer answer = this.flows.browser().post(endpoint, Form.empty().and("token", "x"), "Accept", accept);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.json("error")).isEqualTo("invalid_client");
		}
	}

	@Test
	void refreshesWithFewerScopesAndLaterWithAllAgain() {
		AuthorizationFlow flow = this.flows.app();
		String first = flow.tokens("alice").json("refresh_token");
		Answer narrow = flow.token(
				Form.empty().and("grant_type", "refresh_token").and("refresh_token", first).and("scope", "notes:read"));
		assertThat(narrow.json("scope")).isEqualTo("notes:read");
		Answer wide = flow.refresh(narrow.json("refresh_token"));
		assertThat(words(wide.json("scope"))).isEqualTo(words(TestClient.app().scope()));
	}

	@Test
	void rotatesTheRefreshTokensOfAPublicClient() {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		String first = flow.tokens("alice").json("refresh_token");
		Answer refreshed = flow.refresh(first);
		assertThat(refreshed.status()).isEqualTo(200);
		assertThat(refreshed.json("refresh_token")).isNotEmpty().isNotEqualTo(first);
	}

	@Test
	void letsAPublicClientRevokeItsTokens() {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		String token = flow.tokens("alice").json("refresh_token");
		Answer revoked = flow.browser()
			.post("/oauth2/revoke", Form.empty().and("token", token).and("client_id", "quartet-public"));
		assertThat(revoked.status()).isEqualTo(200);
		assertThat(flow.refresh(token).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void letsNoConfidentialClientGoByItsNameAlone() {
		AuthorizationFlow flow = this.flows.app();
		Form refresh = Form.empty()
			.and("grant_type", "refresh_token")
			.and("refresh_token", flow.tokens("alice").json("refresh_token"))
			.and("client_id", "quartet-app");
		Answer answer = flow.browser().post("/oauth2/token", refresh);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json("error")).isEqualTo("invalid_client");
	}

	@Test
	void refusesTheRefreshTokenOfAnotherClient() {
		String token = this.flows.app().tokens("alice").json("refresh_token");
		assertThat(this.flows.with(TestClient.publicOne()).refresh(token).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void letsNoPublicClientIntrospect() {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		Form token = Form.empty()
			.and("token", flow.tokens("alice").json("access_token"))
			.and("client_id", "quartet-public");
		Answer answer = flow.browser().post("/oauth2/introspect", token);
		assertThat(answer.json("error")).isEqualTo("invalid_client");
	}

	@Test
	void answersAMegabyteWithoutFailing() {
		AuthorizationFlow flow = this.flows.app();
		assertThat(flow.redeem("a".repeat(1_000_000)).status()).isBetween(400, 499);
		assertThat(flow.browser().get("/login", "X-Big", "a".repeat(1_000_000)).status()).isBetween(400, 499);
	}

	private static Set<String> words(String text) {
		return new TreeSet<>(Arrays.asList(text.split(" ", -1)));
	}

}
