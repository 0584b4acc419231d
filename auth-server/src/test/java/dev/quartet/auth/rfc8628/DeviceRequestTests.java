package dev.quartet.auth.rfc8628;

import java.util.Set;

import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.Client;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.DeviceFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says which device may ask a person, and what it gets to ask with (RFC 8628 §3.1-3.2).
 */
@QuartetServer
class DeviceRequestTests {

	private static final TestClient CONFIDENTIAL = new TestClient("printer", "0123456789abcdef0123456789abcdef", "",
			"openid notes:read");

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	DeviceRequestTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@BeforeEach
	void registerAConfidentialDevice() {
		ClientMetadata metadata = new ClientMetadata("Printer", ApplicationType.WEB, "client_secret_basic",
				Set.of("urn:ietf:params:oauth:grant-type:device_code"), Set.of(), Set.of(),
				Set.of("openid", "notes:read"), true, "RS256", "ES256", AccessTokenFormat.JWT, FurtherMetadata.NONE);
		Client client = new Client(CONFIDENTIAL.clientId(), metadata, this.clock.instant());
		client.holdSecrets(Set.of(ClientSecretEncoder.sha256(CONFIDENTIAL.secret())), this.clock.instant());
		this.clients.save(client);
	}

	@AfterEach
	void forgetIt() {
		this.clients.deleteById(CONFIDENTIAL.clientId());
	}

	@Test
	void givesTheCodesAndSaysWhereToTypeThem() {
		Answer codes = this.flows.device().ask();
		assertThat(codes.status()).isEqualTo(200);
		assertThat(codes.header("Cache-Control")).contains("no-store");
		assertThat(codes.json("user_code")).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
		assertThat(codes.json("device_code")).hasSizeGreaterThanOrEqualTo(43);
		assertThat(codes.json("verification_uri")).isEqualTo("http://localhost:9000/device");
		assertThat(codes.json("verification_uri_complete"))
			.isEqualTo("http://localhost:9000/device?user_code=" + codes.json("user_code"));
		assertThat(codes.json()).containsEntry("interval", 5);
		assertThat(Integer.parseInt(codes.json("expires_in"))).isBetween(590, 600);
	}

	@Test
	void takesAConfidentialDeviceByItsSecretOnly() {
		assertThat(this.flows.device(CONFIDENTIAL).ask().status()).isEqualTo(200);
		Answer byName = this.flows.browser()
			.post("/oauth2/device_authorization", Form.empty().and("client_id", CONFIDENTIAL.clientId()));
		assertThat(byName.status()).isEqualTo(401);
		assertThat(byName.json("error")).isEqualTo("invalid_client");
	}

	@Test
	void givesAConfidentialDeviceWithoutRefreshTokenGrantNone() {
		Answer tokens = this.flows.device(CONFIDENTIAL).tokens("alice");
		assertThat(tokens.json()).containsKeys("access_token", "id_token").doesNotContainKey("refresh_token");
	}

	@Test
	void refusesWhoDidNotProveAnything() {
		Answer answer = this.flows.browser().post("/oauth2/device_authorization", Form.empty(), "Accept", "*/*");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.json("error")).isEqualTo("invalid_client");
	}

	@Test
	void refusesAPersonsSessionInPlaceOfAClient() {
		DeviceFlow flow = this.flows.device();
		flow.signIn("alice");
		Answer answer = flow.browser().post("/oauth2/device_authorization", Form.empty());
		assertThat(answer.status()).isBetween(400, 401);
		assertThat(answer.json("error")).isEqualTo("invalid_client");
	}

	@Test
	void refusesAClientThatIsNoDevice() {
		assertThat(this.flows.device(TestClient.app()).ask().json("error")).isEqualTo("unauthorized_client");
		assertThat(this.flows.device(TestClient.publicOne()).ask().json("error")).isEqualTo("unauthorized_client");
		assertThat(this.flows.device(TestClient.app()).poll("x").json("error")).isIn("invalid_grant",
				"unauthorized_client");
	}

	@Test
	void refusesAScopeOrAResourceThatItMayNotHave() {
		DeviceFlow flow = this.flows.device();
		assertThat(flow.ask(Form.empty().and("scope", "openid notes:write")).json("error")).isEqualTo("invalid_scope");
		Answer elsewhere = flow.ask(Form.empty().and("scope", "openid").and("resource", "https://unknown.example"));
		assertThat(elsewhere.json("error")).isEqualTo("invalid_target");
	}

	@Test
	void refusesAParameterThatIsSentTwice() {
		Answer twice = this.flows.device().ask(Form.empty().and("scope", "openid").and("scope", "profile"));
		assertThat(twice.status()).isEqualTo(400);
		assertThat(twice.json("error")).isEqualTo("invalid_request");
	}

	@Test
	void answersOnlyPosts() {
		Answer get = this.flows.browser().get("/oauth2/device_authorization?client_id=quartet-device");
		assertThat(get.body()).doesNotContain("device_code");
	}

	@Test
	void hasSwitchedOffThePageThatCountsNoWrongCodes() {
		DeviceFlow flow = this.flows.device();
		String userCode = flow.ask().json("user_code");
		flow.signIn("alice");
		Answer page = flow.browser().get("/oauth2/device_verification?user_code=" + userCode);
		assertThat(page.status()).isEqualTo(404);
		assertThat(flow.browser().post("/oauth2/device_verification", Form.empty().and("user_code", userCode)).status())
			.isIn(403, 404);
	}

}
