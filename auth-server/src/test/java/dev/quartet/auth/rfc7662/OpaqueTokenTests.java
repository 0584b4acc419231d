package dev.quartet.auth.rfc7662;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what an access token is worth that is a mere reference. */
@QuartetServer
class OpaqueTokenTests {

	private static final Map<String, Object> INACTIVE = Map.of("active", false);

	private static final TestClient CLIENT = new TestClient("opaque", "0123456789abcdef0123456789abcdef",
			"http://localhost:8080/opaque", "openid profile notes:read");

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	private final JdbcClient database;

	OpaqueTokenTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock,
			@Autowired JdbcClient database) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
		this.database = database;
	}

	@BeforeEach
	void registerTheClient() {
		ClientMetadata metadata = new ClientMetadata("Opaque", ApplicationType.WEB, "client_secret_basic",
				Set.of("authorization_code", "refresh_token", "client_credentials"), Set.of(CLIENT.redirectUri()),
				Set.of(), Set.of("openid", "profile", "notes:read"), true, "RS256", "ES256", AccessTokenFormat.OPAQUE,
				FurtherMetadata.NONE);
		Client client = new Client(CLIENT.clientId(), metadata, this.clock.instant());
		client.holdSecrets(Set.of(ClientSecretEncoder.sha256(CLIENT.secret())), this.clock.instant());
		this.clients.save(client);
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
		this.clients.deleteById(CLIENT.clientId());
	}

	@Test
	void saysNothingByItselfAndEverythingToIntrospection() {
		AuthorizationFlow flow = this.flows.with(CLIENT);
		String token = flow.tokens("alice").json("access_token");
		assertThat(token).doesNotContain(".").hasSizeGreaterThan(40);
		assertThat(flow.introspect(token).json()).containsEntry("active", true)
			.containsEntry("sub", "alice")
			.containsEntry("client_id", "opaque")
			.containsEntry("scope", "notes:read openid profile")
			.containsKeys("aud", "exp", "iat", "jti", "grant_id");
	}

	@Test
	void opensUserInfo() {
		AuthorizationFlow flow = this.flows.with(CLIENT);
		Answer userInfo = flow.userInfo(flow.tokens("alice").json("access_token"));
		assertThat(userInfo.status()).isEqualTo(200);
		assertThat(userInfo.json("preferred_username")).isEqualTo("alice");
	}

	@Test
	void isGivenToMachinesToo() {
		String token = this.flows.with(CLIENT)
			.token(Form.empty().and("grant_type", "client_credentials").and("scope", "notes:read"))
			.json("access_token");
		assertThat(this.flows.with(CLIENT).introspect(token).json()).containsEntry("active", true)
			.containsEntry("sub", "opaque");
		assertThat(this.flows.with(CLIENT).userInfo(token).status()).isEqualTo(401);
	}

	@Test
	void endsWhenItIsRevokedAndItsGrantGoesOn() {
		AuthorizationFlow flow = this.flows.with(CLIENT);
		Answer tokens = flow.tokens("alice");
		flow.revoke(tokens.json("access_token"));
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
		assertThat(flow.userInfo(tokens.json("access_token")).status()).isEqualTo(401);
		assertThat(flow.refresh(tokens.json("refresh_token")).status()).isEqualTo(200);
	}

	@Test
	void endsWithItsGrant() {
		AuthorizationFlow flow = this.flows.with(CLIENT);
		Answer tokens = flow.tokens("alice");
		flow.revoke(tokens.json("refresh_token"));
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
	}

	@Test
	void endsAfterFiveMinutes() {
		AuthorizationFlow flow = this.flows.with(CLIENT);
		Answer tokens = flow.tokens("alice");
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
		assertThat(flow.userInfo(tokens.json("access_token")).status()).isEqualTo(401);
	}

	@Test
	void isNothingWhenCut() {
		AuthorizationFlow flow = this.flows.with(CLIENT);
		String token = flow.tokens("alice").json("access_token");
		for (int cut = 1; cut <= 20; cut++) {
			assertThat(flow.introspect(token.substring(cut)).json()).isEqualTo(INACTIVE);
			assertThat(flow.introspect(token.substring(0, token.length() - cut)).json()).isEqualTo(INACTIVE);
		}
	}

	@Test
	void isNotStored() {
		String token = this.flows.with(CLIENT).tokens("alice").json("access_token");
		assertThat(this.database.sql("select hash || ' ' || claims from access_token").query(String.class).list())
			.isNotEmpty()
			.noneMatch((row) -> row.contains(token));
	}

}
