package dev.quartet.auth.apps;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.account.OwnPeople;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Browser;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.users.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Says which tokens open the account API, and what is told to all others (RFC 6750). */
@QuartetServer
class AccountApiAccessTests {

	private static final String AUDIENCE = "http://localhost:9000/account/api";

	private final ApplicationContext server;

	private final Flows flows;

	AccountApiAccessTests(@Autowired ApplicationContext server, @Autowired Flows flows) {
		this.server = server;
		this.flows = flows;
	}

	@BeforeEach
	void registerHer() {
		OwnPeople.of(this.server).register("dora");
	}

	@AfterEach
	void forgetHer() {
		OwnPeople.of(this.server).forget("dora");
		this.server.getBean(MovableClock.class).reset();
	}

	@Test
	void asksForATokenAndLeadsNobodyToALogin() {
		Answer none = this.flows.browser().get("/account/api/apps", "Accept", "text/html");
		assertThat(none.status()).isEqualTo(401);
		assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Quartet\"");
		assertThat(none.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(none.header("Cache-Control")).isEqualTo("no-store");
		assertThat(none.header("Set-Cookie")).isEmpty();
	}

	@Test
	void takesNoSessionForAToken() {
		Browser browser = OwnPeople.signedIn(this.flows, "dora");
		assertThat(browser.get("/account/api/apps").status()).isEqualTo(401);
		String csrf = browser.get("/").hidden("_csrf");
		assertThat(browser.json("DELETE", "/account/api/apps?all=true&_csrf=" + csrf, "").status()).isEqualTo(401);
	}

	@Test
	void takesATokenFromTheHeaderOnly() {
		String token = caller().tokens().json("access_token");
		assertThat(this.flows.browser().get("/account/api/apps?access_token=" + token).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "Bearer x, 401, invalid_token", "Bearer, 401, ''", "Bearer a b, 401, invalid_token" })
	void refusesWhatIsNoToken(String header, int status, String error) {
		Answer refused = this.flows.browser().get("/account/api/apps", "Authorization", header);
		assertThat(refused.status()).isEqualTo(status);
		assertThat(refused.header("WWW-Authenticate")).contains(error);
	}

	@Test
	void isForItsOwnAudienceAlone() throws ParseException {
		assertThat(audience(caller().tokens())).contains(AUDIENCE);
		AuthorizationFlow app = this.flows.app();
		Answer tokens = app.tokens("alice");
		assertThat(audience(tokens)).doesNotContain(AUDIENCE);
		refuses(tokens);
	}

	@Test
	void keepsATokenForAnotherApiOutOfHerAccount() throws ParseException {
		ApiCaller.Connected both = ApiCaller.connect(this.server, "dora", ApiCaller.SCOPE + " notes:read", Map.of());
		assertThat(audience(both.tokens())).contains("http://localhost:8090").doesNotContain(AUDIENCE);
		refuses(both.tokens());
		Answer narrowed = both.flow()
			.token(Form.empty()
				.and("grant_type", "refresh_token")
				.and("refresh_token", both.tokens().json("refresh_token"))
				.and("scope", "account:apps:read"));
		assertThat(audience(narrowed)).containsExactly(AUDIENCE);
	}

	@Test
	void refusesAMachine() {
		ApiCaller.Connected app = ApiCaller.connect(this.server, "dora", ApiCaller.SCOPE, Map.of());
		Answer machine = app.flow()
			.token(Form.empty().and("grant_type", "client_credentials").and("scope", "account:apps:read"));
		assertThat(machine.status()).isEqualTo(400);
		refuses(this.flows.machineToken("notes:read"));
	}

	@Test
	void needsTheScopeOfEachMethod() {
		ApiCaller.Connected reader = ApiCaller.connect(this.server, "dora", "openid account:apps:read", Map.of());
		ApiCaller.Connected writer = ApiCaller.connect(this.server, "dora", "openid account:apps:write", Map.of());
		assertThat(call(reader, "GET", "/apps").status()).isEqualTo(200);
		assertThat(call(reader, "GET", "/receipts").status()).isEqualTo(200);
		lacks(call(reader, "DELETE", "/apps?all=true"), "account:apps:write");
		lacks(call(reader, "PATCH", "/apps"), "account:apps:write");
		lacks(call(writer, "GET", "/apps"), "account:apps:read");
		lacks(call(writer, "GET", "/receipts"), "account:apps:read");
	}

	@Test
	void refusesATokenWhoseGrantSheTookBack() {
		ApiCaller api = caller();
		assertThat(api.call("DELETE", "/apps?client_id=" + api.clientId(), "").status()).isEqualTo(204);
		refuses(api.tokens());
	}

	@Test
	void takesBackFromATokenWhatSheTookBackFromItsGrant() {
		ApiCaller api = caller();
		ApiCaller.Connected itself = new ApiCaller.Connected(api.clientId(), this.flows.app(), api.tokens());
		assertThat(api.change(itself, "\"scope\":\"account:apps:read\"").status()).isEqualTo(200);
		lacks(api.call("DELETE", "/apps?all=true", ""), "account:apps:write");
	}

	@Test
	void refusesTheTokenOfADisabledPerson() {
		ApiCaller api = caller();
		OwnPeople people = OwnPeople.of(this.server);
		User dora = people.find("dora");
		dora.disable(people.clock().instant());
		people.users().save(dora);
		refuses(api.tokens());
	}

	@Test
	void saysWhatIsWrongWithACall() {
		ApiCaller api = caller();
		String token = "Bearer " + api.tokens().json("access_token");
		problem(api.call("PATCH", "/apps", "[]"), 400);
		problem(api.call("PATCH", "/apps", "{}"), 400);
		problem(api.call("PATCH", "/apps", "{\"client_id\":"), 400);
		problem(api.call("PATCH", "/apps", "{\"client_id\":\"" + "x".repeat(16 * 1024) + "\"}"), 413);
		problem(this.flows.browser().json("PATCH", "/account/api/apps", "", "Authorization", token), 415);
		Answer form = this.flows.browser()
			.json("PATCH", "/account/api/apps", "", "Authorization", token, "Content-Type",
					"application/x-www-form-urlencoded");
		problem(form, 415);
		assertThat(form.header("Accept-Patch")).isEqualTo("application/json");
		Answer put = api.call("PUT", "/apps", "{}");
		problem(put, 405);
		assertThat(put.header("Allow").split(",")).containsExactlyInAnyOrder("GET", "PATCH", "DELETE");
		problem(api.call("GET", "/nothing", ""), 404);
		problem(api.call("GET", "", ""), 404);
		problem(api.call("POST", "/receipts", "{}"), 405);
	}

	private ApiCaller caller() {
		return ApiCaller.of(this.server, "dora", Map.of());
	}

	private Answer call(ApiCaller.Connected app, String method, String address) {
		return ApiCaller.call(this.server, app.tokens().json("access_token"), method, address, "");
	}

	private void refuses(Answer tokens) {
		Answer refused = ApiCaller.call(this.server, tokens.json("access_token"), "GET", "/apps", "");
		problem(refused, 401);
		assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Quartet\", error=\"invalid_token\"");
	}

	private static void lacks(Answer refused, String scope) {
		problem(refused, 403);
		assertThat(refused.header("WWW-Authenticate"))
			.isEqualTo("Bearer realm=\"Quartet\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
	}

	private static void problem(Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.json("detail")).isNotEmpty();
	}

	private static List<String> audience(Answer tokens) throws ParseException {
		return SignedJWT.parse(tokens.json("access_token")).getJWTClaimsSet().getAudience();
	}

}
