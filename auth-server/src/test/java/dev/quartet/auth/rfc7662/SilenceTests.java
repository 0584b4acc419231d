package dev.quartet.auth.rfc7662;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.DeviceFlow;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says about what introspection is silent (RFC 7662 §2.2), and that a hint is only one
 * (RFC 7009 §2.1).
 */
@QuartetServer
class SilenceTests {

	private static final Map<String, Object> INACTIVE = Map.of("active", false);

	private final Flows flows;

	private final Clients clients;

	private final OwnClients own;

	private final MovableClock clock;

	SilenceTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired OwnClients own,
			@Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.own = own;
		this.clock = clock;
	}

	@AfterEach
	void leaveNothingBehind() {
		this.clock.reset();
		this.own.forget("silent-screen");
	}

	@Test
	void tellsNothingOfTheCodesOfADevice() {
		TestClient screen = screen();
		DeviceFlow device = this.flows.device(screen);
		Answer codes = device.ask();
		AuthorizationFlow asking = this.flows.with(screen);
		for (String code : new String[] { codes.json("device_code"), codes.json("user_code"),
				codes.json("user_code").replace("-", "") }) {
			assertThat(asking.introspect(code).json()).isEqualTo(INACTIVE);
			assertThat(asking.revoke(code).status()).isEqualTo(200);
		}
		device.signIn("alice");
		device.allowAll(device.enter(codes.json("user_code")));
		assertThat(asking.introspect(codes.json("device_code")).json()).isEqualTo(INACTIVE);
		assertThat(device.poll(codes.json("device_code")).status()).isEqualTo(200);
	}

	private TestClient screen() {
		TestClient screen = this.own.register("silent-screen", "openid", Map.of());
		Client client = this.clients.findById(screen.clientId()).orElseThrow();
		ClientMetadata known = client.metadata();
		client.describe(new ClientMetadata(known.clientName(), known.applicationType(), known.tokenEndpointAuthMethod(),
				Set.of("urn:ietf:params:oauth:grant-type:device_code"), Set.of(), Set.of(), known.scope(), true,
				known.idTokenSignedResponseAlg(), known.accessTokenSignedResponseAlg(), known.accessTokenFormat(),
				known.further()), this.clock.instant());
		this.clients.save(client);
		return screen;
	}

	@Test
	void tellsNothingOfAPushedRequest() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		String handle = flow.push(flow.request()).json("request_uri");
		for (String token : new String[] { handle, handle.substring(handle.lastIndexOf(':') + 1) }) {
			assertThat(flow.introspect(token).json()).isEqualTo(INACTIVE);
			assertThat(flow.revoke(token).status()).isEqualTo(200);
		}
		assertThat(flow.authorizePushed(handle).sent("code")).isNotEmpty();
	}

	@Test
	void tellsNothingOfACodeAndKillsNothingThatItBought() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		Answer tokens = flow.redeem(code);
		assertThat(flow.introspect(code).json()).isEqualTo(INACTIVE);
		assertThat(flow.introspect(tokens.json("access_token")).json()).containsEntry("active", true);
		assertThat(flow.refresh(tokens.json("refresh_token")).status()).isEqualTo(200);
	}

	@Test
	void tellsNothingOfATokenThatHasExpired() {
		AuthorizationFlow machine = this.flows.with(TestClient.machine());
		assertThat(machine.introspect(machineTokenFrom(Duration.ofSeconds(200))).json()).containsEntry("active", true);
		assertThat(machine.introspect(machineTokenFrom(Duration.ofSeconds(302))).json()).isEqualTo(INACTIVE);
	}

	private String machineTokenFrom(Duration age) {
		this.clock.advance(age.negated());
		try {
			return this.flows.machineToken("notes:read").json("access_token");
		}
		finally {
			this.clock.reset();
		}
	}

	@Test
	void tellsNothingOfAMegabyte() {
		Answer answer = this.flows.app().introspect("a".repeat(1_000_000));
		assertThat(answer.status()).isIn(200, 400, 413);
		assertThat(answer.body()).doesNotContain("true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "access_token", "refresh_token", "id_token", "x", "" })
	void revokesWhateverTheHintSays(String hint) {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		assertThat(revoke(flow, tokens.json("access_token"), hint).status()).isEqualTo(200);
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
		assertThat(revoke(flow, tokens.json("refresh_token"), hint).status()).isEqualTo(200);
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
	}

	private static Answer revoke(AuthorizationFlow flow, String token, String hint) {
		Form form = Form.empty().and("token", token).and("token_type_hint", hint);
		return flow.browser().post("/oauth2/revoke", form, TestClient.app().basic());
	}

}
