package dev.quartet.auth.openid;

import java.util.Map;

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
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says which tokens end when a person signs out, and which do not. */
@QuartetServer
class SessionLogoutTests {

	private static final Map<String, Object> INACTIVE = Map.of("active", false);

	private final Flows flows;

	private final OwnClients clients;

	SessionLogoutTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = new OwnClients(clients, clock);
	}

	@AfterEach
	void forgetTheClient() {
		this.clients.forget("offline");
	}

	@Test
	void endsTheTokensOfTheSessionAtOnce() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		signOut(flow, tokens);
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
		assertThat(flow.userInfo(tokens.json("access_token")).status()).isEqualTo(401);
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void endsThemAfterASignOutOnOurOwnPageToo() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		Answer home = flow.browser().get("/");
		Answer done = flow.browser().post("/logout", Form.empty().and("_csrf", home.hidden("_csrf")));
		assertThat(flow.browser().follow(done).text()).contains("signed out");
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
		assertThat(flow.authorize(flow.request()).location()).startsWith("/login");
	}

	@Test
	void keepsWhatSheAllowedForWhenSheIsAway() {
		TestClient offline = this.clients.register("offline", "openid offline_access", Map.of());
		AuthorizationFlow flow = this.flows.with(offline);
		Answer tokens = flow.tokens("alice");
		signOut(flow, tokens);
		assertThat(flow.introspect(tokens.json("access_token")).json()).containsEntry("active", true);
		assertThat(flow.refresh(tokens.json("refresh_token")).status()).isEqualTo(200);
	}

	@Test
	void keepsTheTokensOfHerOtherBrowsersAndDevices() {
		AuthorizationFlow elsewhere = this.flows.app();
		Answer others = elsewhere.tokens("alice");
		DeviceFlow device = this.flows.device();
		Answer onTheDevice = device.tokens("alice");
		String csrf = device.browser().get("/").hidden("_csrf");
		device.browser().post("/logout", Form.empty().and("_csrf", csrf));
		assertThat(elsewhere.refresh(others.json("refresh_token")).status()).isEqualTo(200);
		assertThat(device.refresh(onTheDevice.json("refresh_token")).status()).isEqualTo(200);
	}

	@Test
	void refusesACodeThatWasGivenBefore() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		String code = flow.authorize(flow.request()).sent("code");
		signOut(flow, tokens);
		assertThat(flow.redeem(code).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void endsThemWhenAnotherPersonTakesOver() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		String csrf = flow.browser().get("/").hidden("_csrf");
		flow.browser().post("/login/switch", Form.empty().and("_csrf", csrf));
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
	}

	@Test
	void endsThemWhenAnotherPersonSignsInAtTheSameBrowser() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		Answer login = flow.browser().follow(flow.authorize(flow.request().and("prompt", "login")));
		flow.signIn(login, "alice", "alice");
		assertThat(flow.introspect(tokens.json("access_token")).json()).containsEntry("active", true);
		Answer again = flow.browser().follow(flow.authorize(flow.request().and("prompt", "login")));
		flow.signIn(again, "bob", "bob");
		assertThat(flow.introspect(tokens.json("access_token")).json()).isEqualTo(INACTIVE);
	}

	@Test
	void opensNothingWithACookieOfASessionThatHasEnded() {
		AuthorizationFlow flow = this.flows.app();
		Answer login = flow.browser().follow(flow.authorize(flow.request()));
		String cookie = flow.signIn(login, "alice", "alice")
			.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((one) -> one.startsWith("QUARTET_AUTH="))
			.map((one) -> one.substring(0, one.indexOf(';')))
			.findFirst()
			.orElseThrow();
		assertThat(this.flows.browser().get("/device", "Cookie", cookie).status()).isEqualTo(200);
		String csrf = flow.browser().get("/").hidden("_csrf");
		flow.browser().post("/logout", Form.empty().and("_csrf", csrf));
		assertThat(this.flows.browser().get("/device", "Cookie", cookie).location()).startsWith("/login");
	}

	@Test
	void endsNothingForAForeignPage() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		assertThat(flow.browser().post("/logout", Form.empty()).status()).isEqualTo(403);
		assertThat(flow.browser().get("/logout").status()).isIn(404, 405);
		assertThat(flow.browser().get("/connect/logout").page().select("#sign-out")).isNotEmpty();
		assertThat(flow.introspect(tokens.json("access_token")).json()).containsEntry("active", true);
	}

	private static void signOut(AuthorizationFlow flow, Answer tokens) {
		assertThat(flow.browser()
			.get("/connect/logout?" + Form.empty().and("id_token_hint", tokens.json("id_token")))
			.location()).endsWith("/signed-out");
	}

}
