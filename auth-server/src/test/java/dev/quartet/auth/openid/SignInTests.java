package dev.quartet.auth.openid;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says when a person must sign in again (OpenID Connect Core §3.1.2.1, §3.1.2.3). */
@QuartetServer
class SignInTests {

	private final Flows flows;

	private final MovableClock clock;

	SignInTests(@Autowired Flows flows, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clock = clock;
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void refusesSilentlyWithoutASession() {
		AuthorizationFlow flow = this.flows.app();
		Answer refused = flow.authorize(flow.request().and("prompt", "none"));
		assertThat(refused.sent("error")).isEqualTo("login_required");
		assertThat(refused.sent("state")).isEqualTo("a state");
		assertThat(refused.sent("iss")).isEqualTo("http://localhost:9000");
	}

	@Test
	void refusesSilentlyWithoutAConsent() {
		AuthorizationFlow flow = this.flows.app();
		flow.signIn("admin", flow.request());
		assertThat(flow.authorize(flow.request().and("prompt", "none")).sent("error")).isEqualTo("consent_required");
	}

	@Test
	void answersSilentlyWithBoth() {
		AuthorizationFlow flow = signedIn();
		assertThat(flow.authorize(flow.request().and("prompt", "none")).sent("code")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "none login", "none consent", "none select_account", "bogus", "NONE" })
	void refusesPromptsThatContradictThemselves(String prompt) {
		AuthorizationFlow flow = signedIn();
		assertThat(flow.authorize(flow.request().and("prompt", prompt)).sent("error")).isEqualTo("invalid_request");
	}

	@Test
	void asksToSignInAgainAndGoesOnInTheSameSession() throws Exception {
		AuthorizationFlow flow = signedIn();
		Map<String, Object> before = idToken(flow, flow.authorize(flow.request()).sent("code"));
		this.clock.advance(Duration.ofMinutes(5));
		Answer login = flow.browser().follow(flow.authorize(flow.request().and("prompt", "login")));
		assertThat(login.text()).contains("You are signed in as", "alice");
		assertThat(login.page().select("#continue")).isEmpty();
		Map<String, Object> after = idToken(flow, again(flow, login).sent("code"));
		assertThat(authTime(after) - authTime(before)).isBetween(299L, 400L);
		assertThat(after).containsEntry("sid", before.get("sid")).containsEntry("acr", "1");
	}

	@Test
	void asksOnceWhoeverHasNotSignedInYet() {
		AuthorizationFlow flow = this.flows.app();
		Answer login = flow.browser().follow(flow.authorize(flow.request().and("prompt", "login")));
		assertThat(again(flow, login).sent("code")).isNotEmpty();
	}

	@Test
	void letsNobodyPassByTheLoginPage() {
		AuthorizationFlow flow = signedIn();
		Answer toLogin = flow.authorize(flow.request().and("prompt", "login"));
		Answer login = flow.browser().follow(toLogin);
		Answer skipped = flow.browser().get(login.hidden("continue"));
		assertThat(skipped.location()).contains("/login");
		Answer forged = flow
			.authorize(flow.request().and("prompt", "login").and("interaction", "SIGN_IN_AFTER.MA.forged"));
		assertThat(forged.location()).contains("/login");
	}

	@Test
	void takesNoMarkOfAnotherRequest() {
		AuthorizationFlow flow = signedIn();
		Answer login = flow.browser().follow(flow.authorize(flow.request().and("prompt", "login")));
		String mark = login.hidden("continue").replaceAll(".*interaction=", "");
		again(flow, login);
		Form other = flow.request().with("nonce", "another").and("prompt", "login").and("interaction", mark);
		assertThat(flow.authorize(other).location()).contains("/login");
	}

	@Test
	void asksAgainWhenTheSignInIsTooOld() throws Exception {
		AuthorizationFlow flow = signedIn();
		Form request = flow.request().and("max_age", "60");
		assertThat(flow.authorize(request).sent("code")).isNotEmpty();
		this.clock.advance(Duration.ofSeconds(62));
		assertThat(flow.authorize(request.and("prompt", "none")).sent("error")).isEqualTo("login_required");
		Answer login = flow.browser().follow(flow.authorize(request));
		assertThat(idToken(flow, again(flow, login).sent("code"))).containsKey("auth_time");
	}

	@Test
	void asksEachTimeForAnAgeOfZero() {
		AuthorizationFlow flow = signedIn();
		Answer login = flow.browser().follow(flow.authorize(flow.request().and("max_age", "0")));
		assertThat(again(flow, login).sent("code")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "x", "1.5", "99999999999999999999" })
	void refusesAnAgeThatIsNone(String maxAge) {
		AuthorizationFlow flow = signedIn();
		assertThat(flow.authorize(flow.request().and("max_age", maxAge)).sent("error")).isEqualTo("invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%70rompt=login", "max%5Fage=0", "id%5Ftoken%5Fhint=a.b.c", "cl%61ims=x",
			"response%5Fmode=form_post" })
	void dropsNoDemandHoweverItIsWritten(String demand) {
		AuthorizationFlow flow = signedIn();
		Answer answer = flow.browser().get("/oauth2/authorize?" + flow.request() + "&" + demand);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
	}

	@Test
	void dropsNoDemandOfAForm() {
		AuthorizationFlow flow = signedIn();
		Answer answer = flow.browser().post("/oauth2/authorize?x=prompt", flow.request().and("prompt", "login"));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(flow.browser().post("/oauth2/authorize", flow.request().and("prompt", "login")).location())
			.contains("/login?");
	}

	@Test
	void letsHerPickTheAccountOrAnother() {
		AuthorizationFlow flow = signedIn();
		Answer page = flow.browser().follow(flow.authorize(flow.request().and("prompt", "select_account")));
		Form pick = Form.empty().and("_csrf", page.hidden("_csrf")).and("continue", page.hidden("continue"));
		assertThat(flow.browser().follow(flow.browser().post("/login/continue", pick)).sent("code")).isNotEmpty();
		Answer other = flow.browser().follow(flow.authorize(flow.request().and("prompt", "select_account consent")));
		assertThat(flow.browser().follow(flow.signIn(other, "bob", "bob")).page().select("#person").text())
			.contains("Bob");
	}

	@Test
	void tellsTheClientThatSheWentAway() {
		AuthorizationFlow flow = this.flows.app();
		Answer page = flow.browser().follow(flow.authorize(flow.request()));
		Form cancel = Form.empty().and("_csrf", page.hidden("_csrf")).and("continue", page.hidden("continue"));
		Answer refused = flow.browser().follow(flow.browser().post("/login/cancel", cancel));
		assertThat(refused.sent("error")).isEqualTo("access_denied");
		assertThat(refused.sent("state")).isEqualTo("a state");
	}

	@Test
	void answersOnlyForThePersonOfTheHint() throws Exception {
		AuthorizationFlow flow = signedIn();
		String hint = flow.redeem(flow.authorize(flow.request()).sent("code")).json("id_token");
		Form silent = flow.request().and("prompt", "none").and("id_token_hint", hint);
		assertThat(flow.authorize(silent).sent("code")).isNotEmpty();
		AuthorizationFlow bob = this.flows.app();
		bob.signIn("bob", bob.request());
		assertThat(bob.authorize(silent).sent("error")).isEqualTo("login_required");
		Answer login = bob.browser().follow(bob.authorize(bob.request().and("id_token_hint", hint)));
		Answer stillBob = bob.browser().follow(bob.signIn(login, "bob", "bob"));
		assertThat(stillBob.sent("error")).isEqualTo("login_required");
		assertThat(flow.authorize(flow.request().and("id_token_hint", "a.b.c")).sent("error"))
			.isEqualTo("invalid_request");
	}

	@Test
	void keepsOnlyTheSubjectOfAPushedHint() throws Exception {
		AuthorizationFlow flow = signedIn();
		String hint = flow.redeem(flow.authorize(flow.request()).sent("code")).json("id_token");
		Form silent = flow.request().and("prompt", "none").and("id_token_hint", hint);
		AuthorizationFlow bob = this.flows.app();
		bob.code("bob");
		assertThat(bob.authorizePushed(flow.push(silent).json("request_uri")).sent("error"))
			.isEqualTo("login_required");
		assertThat(flow.authorizePushed(flow.push(silent).json("request_uri")).sent("code")).isNotEmpty();
		assertThat(flow.push(silent.with("id_token_hint", "a.b.c")).json("error")).isEqualTo("invalid_request");
	}

	@Test
	void takesNobodysWordForWhatAHintWouldSay() {
		AuthorizationFlow flow = signedIn();
		Form guess = flow.request().and("prompt", "none").and("expected_subject", "bob");
		assertThat(flow.authorize(guess).sent("code")).isNotEmpty();
		assertThat(flow.authorizePushed(flow.push(guess).json("request_uri")).sent("code")).isNotEmpty();
	}

	@Test
	void holdsForPushedRequestsToo() {
		AuthorizationFlow flow = signedIn();
		String silent = flow.push(flow.request().and("prompt", "none")).json("request_uri");
		assertThat(this.flows.app().authorizePushed(silent).sent("error")).isEqualTo("login_required");
		String fresh = flow.push(flow.request().and("prompt", "login")).json("request_uri");
		Answer login = flow.browser().follow(flow.authorizePushed(fresh));
		assertThat(again(flow, login).sent("code")).isNotEmpty();
	}

	private AuthorizationFlow signedIn() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		return flow;
	}

	private static Answer again(AuthorizationFlow flow, Answer login) {
		return flow.browser().follow(flow.signIn(login, "alice", "alice"));
	}

	private static Map<String, Object> idToken(AuthorizationFlow flow, String code) throws Exception {
		Map<String, Object> claims = SignedJWT.parse(flow.redeem(code).json("id_token")).getJWTClaimsSet().getClaims();
		assertThat(claims).containsEntry("amr", List.of("pwd"));
		return claims;
	}

	private static long authTime(Map<String, Object> idToken) {
		return ((Number) idToken.get("auth_time")).longValue();
	}

}
