package dev.quartet.auth.rfc9126;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what a pushed authorization request buys, and how often (RFC 9126). */
@QuartetServer
class PushedRequestTests {

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	private final JdbcClient database;

	PushedRequestTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock,
			@Autowired JdbcClient database) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
		this.database = database;
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void buysACodeAfterSignInAndConsent() {
		AuthorizationFlow flow = this.flows.app();
		Answer pushed = flow.push(flow.request().with("prompt", "consent"));
		assertThat(pushed.status()).isEqualTo(201);
		assertThat(Integer.parseInt(pushed.json("expires_in"))).isBetween(5, 600);
		Answer login = flow.browser().follow(flow.authorizePushed(pushed.json("request_uri")));
		Answer consent = flow.browser().follow(flow.signIn(login, "alice", "alice"));
		Answer tokens = flow.redeem(flow.allowAll(consent).sent("code"));
		assertThat(tokens.status()).isEqualTo(200);
		assertThat(tokens.json()).containsKeys("access_token", "refresh_token", "id_token");
	}

	@Test
	void isUsedUpByTheCodeThatItBought() {
		AuthorizationFlow flow = signedIn();
		String requestUri = flow.push(flow.request()).json("request_uri");
		assertThat(flow.authorizePushed(requestUri).sent("code")).isNotEmpty();
		assertThat(flow.authorizePushed(requestUri).status()).isEqualTo(400);
	}

	@Test
	void isUsedUpByTheConsentPageThatItOpened() {
		AuthorizationFlow flow = signedIn();
		String requestUri = flow.push(flow.request().with("prompt", "consent")).json("request_uri");
		assertThat(flow.browser().follow(flow.authorizePushed(requestUri)).hidden("state")).isNotEmpty();
		assertThat(flow.authorizePushed(requestUri).status()).isEqualTo(400);
	}

	@Test
	void endsAfterFiveMinutes() {
		AuthorizationFlow flow = signedIn();
		String requestUri = flow.push(flow.request()).json("request_uri");
		this.clock.advance(Duration.ofSeconds(301));
		assertThat(flow.authorizePushed(requestUri).status()).isEqualTo(400);
	}

	@Test
	void isForTheClientThatPushedIt() {
		AuthorizationFlow flow = signedIn();
		String requestUri = flow.push(flow.request()).json("request_uri");
		AuthorizationFlow other = flow.sameBrowser(TestClient.publicOne());
		assertThat(other.authorizePushed(requestUri).status()).isEqualTo(400);
		assertThat(flow.authorizePushed(requestUri).sent("code")).isNotEmpty();
	}

	@Test
	void comesFromPublicClientsToo() {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		Answer pushed = flow.push(flow.request());
		assertThat(pushed.status()).isEqualTo(201);
		Answer login = flow.browser().follow(flow.authorizePushed(pushed.json("request_uri")));
		Answer consent = flow.browser().follow(flow.signIn(login, "bob", "bob"));
		assertThat(flow.redeem(flow.allowAll(consent).sent("code")).status()).isEqualTo(200);
	}

	@Test
	void isRefusedBeforeAnybodySeesIt() {
		AuthorizationFlow flow = this.flows.app();
		Answer wrong = flow.push(flow.request().with("redirect_uri", "https://evil.example/"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(flow.push(flow.request().without("code_challenge")).json("error")).isEqualTo("invalid_request");
		assertThat(flow.push(flow.request().and("request_uri", "urn:x")).json("error")).isEqualTo("invalid_request");
		assertThat(flow.browser().post("/oauth2/par", flow.request()).json("error")).isEqualTo("invalid_client");
	}

	@ParameterizedTest
	@ValueSource(strings = { "openid admin", "x", "" })
	void isRefusedWithAScopeThatItsClientDoesNotHave(String scope) {
		AuthorizationFlow flow = this.flows.app();
		Answer refused = flow.push(flow.request().with("scope", scope));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json("error")).isEqualTo("invalid_scope");
		assertThat(refused.json()).doesNotContainKey("request_uri");
	}

	@Test
	void keepsNoCredentialsOfItsClient() {
		AuthorizationFlow flow = this.flows.app();
		flow.push(flow.request().and("client_assertion", "an assertion in the wrong place"));
		String stored = String.join(" ",
				this.database.sql("select payload from one_time where kind = 'PUSHED_REQUEST'")
					.query(String.class)
					.list());
		assertThat(stored).contains("code_challenge").doesNotContain("an assertion in the wrong place");
	}

	@Test
	void isNothingWhenItsHandleIsMadeUp() {
		AuthorizationFlow flow = signedIn();
		for (String made : new String[] { "urn:ietf:params:oauth:request_uri:x___9999999999999", "urn:x", "\0",
				"https://evil.example/request" }) {
			assertThat(flow.authorizePushed(made).status()).isEqualTo(400);
		}
		Form both = flow.request().and("request_uri", "urn:ietf:params:oauth:request_uri:x___9999999999999");
		assertThat(flow.authorize(both).status()).isEqualTo(400);
	}

	@Test
	void isNotMeantByAnAddressWithoutAValue() {
		AuthorizationFlow flow = signedIn();
		for (String nothing : new String[] { "", " " }) {
			Form sent = flow.request().and("request_uri", nothing);
			assertThat(flow.authorize(sent).sent("code")).isNotEmpty();
			assertThat(flow.push(sent).status()).isEqualTo(201);
		}
	}

	@Test
	void mayHaveAHintWithoutAValue() {
		AuthorizationFlow flow = signedIn();
		Answer pushed = flow.push(flow.request().and("id_token_hint", ""));
		assertThat(flow.authorizePushed(pushed.json("request_uri")).sent("code")).isNotEmpty();
		assertThat(flow.authorize(flow.request().and("id_token_hint", "")).sent("code")).isNotEmpty();
	}

	@Test
	void isDemandedOfAClientThatPromisedIt() {
		OwnClients own = new OwnClients(this.clients, this.clock);
		AuthorizationFlow flow = this.flows
			.with(own.register("pushes", "openid", Map.of(MetadataField.REQUIRE_PUSHED_AUTHORIZATION_REQUESTS, true)));
		for (Form sent : List.of(flow.request(), flow.request().and("request_uri", ""),
				flow.request().and("request_uri", " "))) {
			assertThat(flow.authorize(sent).sent("error")).isEqualTo("invalid_request");
			assertThat(flow.authorize(sent).sent("error_description")).contains("push");
		}
		Answer toLogin = flow.authorizePushed(flow.push(flow.request()).json("request_uri"));
		Answer consent = flow.browser().follow(flow.signIn(flow.browser().follow(toLogin), "alice", "alice"));
		assertThat(consent.hidden("state")).isNotEmpty();
		assertThat(consent.page().select("#switch")).isEmpty();
		own.forget("pushes");
	}

	private AuthorizationFlow signedIn() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		return flow;
	}

}
