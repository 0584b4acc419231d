package dev.quartet.auth.rfc8707;

import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.DeviceFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says for which API a token is when the client names it (RFC 8707 §2). */
@QuartetServer
class ResourceTests {

	private static final String NOTES = "http://localhost:8090";

	private static final String CALENDAR = "https://calendar.example";

	private static final String OWN = "reads-two-apis";

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	ResourceTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@Test
	void givesATokenForTheApiThatIsNamed() throws Exception {
		AuthorizationFlow flow = this.flows.app();
		Form request = flow.request().with("scope", "openid notes:read").and("resource", NOTES);
		Answer tokens = flow.redeem(code(flow, request));
		assertThat(audience(tokens)).containsExactly(NOTES, "http://localhost:9000/userinfo");
		assertThat(audience(flow.refresh(tokens.json("refresh_token")))).isEqualTo(audience(tokens));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://unknown.example", "https://calendar.example", "notes", "//localhost:8090",
			"http://localhost:8090#x", "http://localhost:8090/", "http://localhost:8090 https://calendar.example" })
	void refusesAnyOtherApi(String resource) {
		AuthorizationFlow flow = this.flows.app();
		Answer refused = flow.authorize(flow.request().and("resource", resource));
		assertThat(refused.sent("error")).isEqualTo("invalid_target");
		assertThat(flow.push(flow.request().and("resource", resource)).json("error")).isEqualTo("invalid_target");
	}

	@Test
	void refusesOneOfSeveral() {
		AuthorizationFlow flow = this.flows.app();
		Form request = flow.request().and("resource", NOTES).and("resource", "https://unknown.example");
		assertThat(flow.authorize(request).sent("error")).isEqualTo("invalid_target");
	}

	@Test
	void keepsOneTokenToWhatItsRequestNames() throws Exception {
		OwnClients own = new OwnClients(this.clients, this.clock);
		AuthorizationFlow flow = this.flows.with(own.register(OWN, "notes:read calendar:read", Map.of()));
		Answer tokens = flow.token(flow.redemption(flow.code("alice")).and("resource", NOTES));
		assertThat(audience(tokens)).containsExactly(NOTES);
		Answer plain = flow.refresh(tokens.json("refresh_token"));
		assertThat(audience(plain)).containsExactly(NOTES, CALENDAR);
		Form other = Form.empty()
			.and("grant_type", "refresh_token")
			.and("refresh_token", plain.json("refresh_token"))
			.and("resource", CALENDAR);
		assertThat(audience(flow.token(other))).containsExactly(CALENDAR);
		own.forget(OWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://unknown.example", CALENDAR, "notes", "http://localhost:8090#x" })
	void refusesATokenForWhatWasNotGranted(String resource) {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		Answer refused = flow.token(flow.redemption(code).and("resource", NOTES).and("resource", resource));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json("error")).isEqualTo("invalid_target");
		Answer tokens = flow.redeem(code);
		Form refresh = Form.empty()
			.and("grant_type", "refresh_token")
			.and("refresh_token", tokens.json("refresh_token"));
		assertThat(flow.token(refresh.and("resource", resource)).json("error")).isEqualTo("invalid_target");
		assertThat(flow.token(refresh).status()).isEqualTo(200);
	}

	@Test
	void refusesAnApiThatTheScopesOfThisTokenDoNotOpen() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		Form refresh = Form.empty()
			.and("grant_type", "refresh_token")
			.and("refresh_token", tokens.json("refresh_token"))
			.and("scope", "openid");
		assertThat(flow.token(refresh.and("resource", NOTES)).json("error")).isEqualTo("invalid_target");
	}

	@Test
	void choosesForAMachineAmongWhatItsScopesOpen() throws Exception {
		Browser machine = this.flows.browser();
		String[] secret = TestClient.machine().basic();
		Form form = Form.empty().and("grant_type", "client_credentials").and("scope", "notes:read calendar:read");
		assertThat(audience(machine.post("/oauth2/token", form, secret))).containsExactly(NOTES, CALENDAR);
		assertThat(audience(machine.post("/oauth2/token", form.and("resource", CALENDAR), secret)))
			.containsExactly(CALENDAR);
		Form both = form.and("resource", NOTES).and("resource", CALENDAR);
		assertThat(audience(machine.post("/oauth2/token", both, secret))).containsExactly(NOTES, CALENDAR);
		Form other = form.with("scope", "notes:read").and("resource", CALENDAR);
		assertThat(machine.post("/oauth2/token", other, secret).json("error")).isEqualTo("invalid_target");
		Form none = Form.empty().and("grant_type", "client_credentials").and("resource", NOTES);
		assertThat(machine.post("/oauth2/token", none, secret).json("error")).isEqualTo("invalid_target");
	}

	@Test
	void keepsADeviceToWhatItNames() throws Exception {
		DeviceFlow device = this.flows.device();
		Answer codes = device.ask();
		device.signIn("alice");
		device.allowAll(device.enter(codes.json("user_code")));
		Form poll = Form.empty()
			.and("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
			.and("device_code", codes.json("device_code"))
			.and("client_id", TestClient.device().clientId());
		Browser machine = this.flows.browser();
		assertThat(machine.post("/oauth2/token", poll.and("resource", CALENDAR)).json("error"))
			.isEqualTo("invalid_target");
		assertThat(audience(machine.post("/oauth2/token", poll.and("resource", NOTES)))).contains(NOTES);
	}

	private static String code(AuthorizationFlow flow, Form request) {
		Answer answer = flow.signIn("alice", request);
		return (answer.redirects() ? answer : flow.allow(answer, "openid", "notes:read")).sent("code");
	}

	private static List<String> audience(Answer tokens) throws Exception {
		return SignedJWT.parse(tokens.json("access_token")).getJWTClaimsSet().getAudience();
	}

}
