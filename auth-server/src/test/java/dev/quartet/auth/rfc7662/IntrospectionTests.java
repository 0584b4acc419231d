package dev.quartet.auth.rfc7662;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what introspection tells (RFC 7662 §2.2) and how revocation shows in it (RFC 7009
 * §2).
 */
@QuartetServer
class IntrospectionTests {

	private static final Map<String, Object> INACTIVE = Map.of("active", false);

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	IntrospectionTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void tellsWhatALiveTokenSays() {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = flow.introspect(flow.tokens("alice").json("access_token"));
		assertThat(answer.json()).containsEntry("active", true)
			.containsEntry("sub", "alice")
			.containsEntry("client_id", "quartet-app")
			.containsEntry("iss", "http://localhost:9000")
			.containsKeys("aud", "exp", "iat", "scope", "jti");
	}

	@Test
	void knowsAMachinesToken() {
		String token = this.flows.machineToken("notes:read").json("access_token");
		assertThat(this.flows.with(TestClient.machine()).introspect(token).json()).containsEntry("active", true);
	}

	@Test
	void tellsNothingToAnotherClient() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		AuthorizationFlow other = this.flows.with(TestClient.machine());
		assertThat(other.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
		assertThat(other.introspect(tokens.json("refresh_token")).json()).isEqualTo(INACTIVE);
		assertThat(flow.introspect(tokens.json("refresh_token")).json()).containsEntry("active", true);
	}

	@Test
	void tellsTheApiThatTheTokenIsFor() {
		Client notes = this.clients.findById("quartet-machine").orElseThrow();
		ClientMetadata before = notes.metadata();
		notes.describe(
				before.with(
						FurtherMetadata.NONE.with(MetadataField.RESOURCE_SERVER_FOR, List.of("http://localhost:8090"))),
				this.clock.instant());
		this.clients.save(notes);
		try {
			String token = this.flows.app().tokens("alice").json("access_token");
			assertThat(this.flows.with(TestClient.machine()).introspect(token).json()).containsEntry("active", true)
				.containsEntry("client_id", "quartet-app");
		}
		finally {
			notes.describe(before, this.clock.instant());
			this.clients.save(notes);
		}
	}

	@Test
	void killsNothingWithARefreshTokenThatWasUsed() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		String successor = flow.refresh(tokens.json("refresh_token")).json("refresh_token");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(flow.introspect(tokens.json("refresh_token")).json()).isEqualTo(INACTIVE);
		assertThat(flow.refresh(successor).status()).isEqualTo(200);
	}

	@Test
	void isSilentAboutEverythingElse() {
		AuthorizationFlow flow = this.flows.app();
		Answer consent = flow.signIn("bob", flow.request().and("prompt", "consent"));
		assertThat(flow.introspect(consent.hidden("state")).json()).isEqualTo(INACTIVE);
		String code = flow.allowAll(consent).sent("code");
		assertThat(flow.introspect(code).json()).isEqualTo(INACTIVE);
		assertThat(flow.introspect(flow.redeem(code).json("id_token")).json()).isEqualTo(INACTIVE);
		for (String garbage : new String[] { "x", "a.b.c", "\0", "🐎", "eyJhbGciOiJub25lIn0.e30." }) {
			assertThat(flow.introspect(garbage).json()).isEqualTo(INACTIVE);
		}
	}

	@Test
	void forgetsARevokedAccessTokenAndKeepsItsGrant() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		assertThat(flow.revoke(tokens.json("access_token")).status()).isEqualTo(200);
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
		assertThat(flow.userInfo(tokens.json("access_token")).status()).isEqualTo(401);
		assertThat(flow.refresh(tokens.json("refresh_token")).status()).isEqualTo(200);
	}

	@Test
	void forgetsEverythingOfARevokedRefreshToken() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		assertThat(flow.revoke(tokens.json("refresh_token")).status()).isEqualTo(200);
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void acceptsTheRevocationOfATokenThatIsNone() {
		assertThat(this.flows.app().revoke("garbage").status()).isEqualTo(200);
	}

}
