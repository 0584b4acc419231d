package dev.quartet.auth.rfc6749;

import java.util.Map;
import java.util.Set;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import dev.quartet.auth.rfc7591.Registering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what machines are refused, and in which words (RFC 6749 §3.2, §5.2, §6, §10.4).
 */
@QuartetServer
class TokenRefusalTests {

	private final Flows flows;

	private final Clients clients;

	private final OwnClients own;

	TokenRefusalTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired OwnClients own) {
		this.flows = flows;
		this.clients = clients;
		this.own = own;
	}

	@AfterEach
	void forgetTheClients() {
		this.own.forget("passing", "stranger");
	}

	@Test
	void refusesARequestWithoutAGrantType() {
		AuthorizationFlow flow = this.flows.app();
		assertThat(flow.token(flow.redemption("x").without("grant_type")).json("error")).isEqualTo("invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "implicit", "urn:x", "REFRESH_TOKEN", "authorization_code ", "\0" })
	void doesNotKnowOtherGrants(String grantType) {
		Answer answer = this.flows.app().token(Form.empty().and("grant_type", grantType).and("username", "alice"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("unsupported_grant_type");
	}

	@Test
	void givesNoRefreshTokenToAClientThatIsNotRegisteredForThem() {
		AuthorizationFlow flow = this.flows.with(this.own.register("passing", "openid", Map.of()));
		String former = flow.tokens("alice").json("refresh_token");
		mayOnly("passing", "authorization_code");
		assertThat(flow.redeem(flow.authorize(flow.request()).sent("code")).json()).containsKey("access_token")
			.doesNotContainKey("refresh_token");
		assertThat(flow.refresh(former).json("error")).isEqualTo("unauthorized_client");
	}

	private void mayOnly(String id, String grantType) {
		Client client = this.clients.findById(id).orElseThrow();
		ClientMetadata known = client.metadata();
		client.describe(new ClientMetadata(known.clientName(), known.applicationType(), known.tokenEndpointAuthMethod(),
				Set.of(grantType), known.redirectUris(), known.postLogoutRedirectUris(), known.scope(),
				known.requireConsent(), known.idTokenSignedResponseAlg(), known.accessTokenSignedResponseAlg(),
				known.accessTokenFormat(), known.further()), this.own.clock().instant());
		this.clients.save(client);
	}

	@ParameterizedTest
	@CsvSource({ "token, grant_type", "token, code", "token, redirect_uri", "token, code_verifier",
			"token, refresh_token", "token, scope", "token, username", "token, device_code", "introspect, token",
			"introspect, token_type_hint", "revoke, token", "revoke, token_type_hint" })
	void refusesAnyParameterThatComesTwice(String endpoint, String name) {
		Form rest = this.flows.app().redemption("x").and("token", "x").without(name);
		for (Form twice : new Form[] { rest.and(name, "").and(name, "a"), rest.and(name, "a").and(name, ""),
				rest.and(name, "a").and(name, "a"), rest.and(name, "a").and(name, "b") }) {
			Answer answer = this.flows.browser().post("/oauth2/" + endpoint, twice, TestClient.app().basic());
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.json("error")).isEqualTo("invalid_request");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "token", "introspect", "revoke", "par" })
	void refusesAClientThatNamesItselfTwice(String endpoint) {
		Form named = this.flows.app().redemption("x").and("token", "x").and("client_id", "quartet-public");
		Answer answer = this.flows.browser().post("/oauth2/" + endpoint, named.and("client_id", "quartet-app"));
		assertThat(answer.status()).isIn(400, 401);
		assertThat(answer.json("error")).isIn("invalid_request", "invalid_client");
	}

	@Test
	void keepsARefreshTokenAliveThatAStrangerTried() {
		AuthorizationFlow flow = this.flows.app();
		String token = flow.tokens("alice").json("refresh_token");
		TestClient stranger = this.own.register("stranger", TestClient.app().scope(), Map.of());
		assertThat(this.flows.with(stranger).refresh(token).json("error")).isEqualTo("invalid_grant");
		assertThat(this.flows.with(TestClient.publicOne()).refresh(token).json("error")).isEqualTo("invalid_grant");
		assertThat(this.flows.with(stranger).revoke(token).status()).isIn(200, 400);
		assertThat(flow.refresh(token).status()).isEqualTo(200);
	}

	@Test
	void takesARefreshTokenForNothingElse() {
		AuthorizationFlow flow = this.flows.app();
		String token = flow.tokens("alice").json("refresh_token");
		assertThat(flow.redeem(token).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.userInfo(token).status()).isEqualTo(401);
		assertThat(Registering.client().at(flow.browser(), token).status()).isEqualTo(401);
		assertThat(flow.refresh(token).status()).isEqualTo(200);
	}

	@Test
	void takesACodeForNoRefreshToken() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		assertThat(flow.refresh(code).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.redeem(code).status()).isEqualTo(200);
	}

}
