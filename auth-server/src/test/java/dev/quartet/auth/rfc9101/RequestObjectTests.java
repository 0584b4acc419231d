package dev.quartet.auth.rfc9101;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static dev.quartet.auth.rfc9101.SignedClients.FREE;
import static org.assertj.core.api.Assertions.assertThat;

/** Says what a signed request buys, and what of it counts (RFC 9101 §4 to §6). */
@QuartetServer
class RequestObjectTests {

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	private SignedClients signed;

	RequestObjectTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@BeforeEach
	void register() {
		this.signed = SignedClients.register(this.flows, this.clients, this.clock);
	}

	@AfterEach
	void forget() {
		this.clock.reset();
		this.signed.forget();
	}

	@Test
	void buysACodeAfterSignInAndConsent() throws Exception {
		AuthorizationFlow flow = this.signed.flow(FREE);
		Answer answer = flow.signIn("alice", this.signed.sent(FREE, this.signed.object(flow)));
		Answer allowed = answer.redirects() ? answer : flow.allowAll(answer);
		assertThat(allowed.location()).startsWith("http://localhost:8080/" + FREE);
		assertThat(allowed.sent("state")).isEqualTo("a state");
		Answer tokens = flow.redeem(allowed.sent("code"));
		assertThat(tokens.status()).isEqualTo(200);
		assertThat(SignedJWT.parse(tokens.json("id_token")).getJWTClaimsSet().getStringClaim("nonce"))
			.isEqualTo("a nonce");
	}

	@Test
	void comesInAFormAsWell() {
		AuthorizationFlow flow = signedIn();
		Form sent = this.signed.sent(FREE, this.signed.object(flow));
		assertThat(flow.browser().post("/oauth2/authorize", sent).sent("code")).isNotEmpty();
		AuthorizationFlow other = this.signed.flow(FREE);
		sent = this.signed.sent(FREE, this.signed.object(other));
		Answer login = other.browser().follow(other.browser().post("/oauth2/authorize", sent));
		Answer answer = other.browser().follow(other.signIn(login, "alice", "alice"));
		assertThat(other.redeem(answer.sent("code")).status()).isEqualTo(200);
	}

	@Test
	void cannotBeHiddenBehindNamesInTheAddressOfAForm() {
		AuthorizationFlow flow = signedIn();
		Form sent = this.signed.sent(FREE, this.signed.object(flow).with("prompt", "login"));
		Answer answer = flow.browser().post("/oauth2/authorize?x=prompt%20code_challenge%20nonce", sent);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
	}

	@Test
	void winsAgainstWhatIsSentBesideIt() {
		AuthorizationFlow flow = signedIn();
		Form sent = this.signed.sent(FREE, this.signed.object(flow).header("typ", "JWT"))
			.and("redirect_uri", "https://evil.example/")
			.and("state", "another state")
			.and("scope", "openid")
			.and("code_challenge", "x".repeat(43))
			.and("prompt", "none");
		Answer answer = flow.authorize(sent);
		assertThat(answer.location()).startsWith("http://localhost:8080/" + FREE);
		assertThat(answer.sent("state")).isEqualTo("a state");
		Answer tokens = flow.redeem(answer.sent("code"));
		assertThat(tokens.json("scope")).contains("profile");
	}

	@Test
	void leavesToTheAddressWhatItDoesNotSay() {
		AuthorizationFlow flow = signedIn();
		RequestObject object = this.signed.object(flow).without("state").without("response_type").withoutType();
		Form sent = this.signed.sent(FREE, object).and("response_type", "code").and("state", "outside");
		assertThat(flow.authorize(sent).sent("state")).isEqualTo("outside");
		sent = sent.with("request", object.header("typ", "JWT").signed(this.signed.key()));
		assertThat(flow.authorize(sent).sent("state")).isEqualTo("outside");
	}

	@Test
	void leavesNothingToTheAddressWhereItsTypeSaysSo() {
		AuthorizationFlow flow = signedIn();
		for (String type : List.of("oauth-authz-req+jwt", "OAuth-Authz-Req+JWT")) {
			RequestObject object = this.signed.object(flow).without("state").header("typ", type);
			Form sent = this.signed.sent(FREE, object).and("state", "outside").and("prompt", "login");
			Answer answer = flow.authorize(sent);
			assertThat(answer.sent("code")).isNotEmpty();
			assertThat(answer.sent("state")).isEmpty();
		}
	}

	@Test
	void mayComeBesideAnAddressWithoutAValue() {
		AuthorizationFlow flow = signedIn();
		Form sent = this.signed.sent(FREE, this.signed.object(flow).header("typ", "JWT")).and("request_uri", "");
		assertThat(flow.authorize(sent).sent("code")).isNotEmpty();
		assertThat(flow.browser().post("/oauth2/authorize", sent).sent("code")).isNotEmpty();
	}

	@Test
	void isNoAnswerToAPageWhateverItLacks() {
		AuthorizationFlow flow = signedIn();
		RequestObject object = this.signed.object(flow)
			.without("response_type")
			.without("redirect_uri")
			.without("code_challenge")
			.without("code_challenge_method");
		Answer refused = flow.browser().post("/oauth2/authorize", this.signed.sent(FREE, object));
		assertThat(refused.location()).startsWith("http://localhost:8080/" + FREE);
		assertThat(refused.sent("error")).isEqualTo("invalid_request_object");
		assertThat(refused.sent("error_description")).contains("response_type");
	}

	@Test
	void saysInJsonWhatIsNoText() {
		AuthorizationFlow flow = signedIn();
		RequestObject object = this.signed.object(flow)
			.with("max_age", 60)
			.with("resource", List.of("http://localhost:8090"))
			.with("claims", Map.of("id_token", Map.of("auth_time", Map.of("essential", true))))
			.with("state", "\u00e4 \u65e5\u672c \ud83d\ude00 &x=\"<svg>");
		Answer answer = flow.authorize(this.signed.sent(FREE, object));
		assertThat(answer.sent("code")).isNotEmpty();
		assertThat(answer.sent("state")).isEqualTo("\u00e4 \u65e5\u672c \ud83d\ude00 &x=\"<svg>");
		this.clock.advance(Duration.ofSeconds(100));
		object.with("exp", this.clock.instant().getEpochSecond() + 60);
		assertThat(flow.authorize(this.signed.sent(FREE, object)).location()).contains("/login");
		assertThat(flow.authorize(this.signed.sent(FREE, object.with("max_age", 1.5))).sent("error"))
			.isEqualTo("invalid_request");
		object.without("max_age").with("resource", List.of("http://localhost:8090", "https://unknown.example"));
		assertThat(flow.authorize(this.signed.sent(FREE, object)).sent("error")).isEqualTo("invalid_target");
	}

	@Test
	void asksForASignInAndForAnAnswerInItsOwnWay() {
		AuthorizationFlow flow = signedIn();
		RequestObject object = this.signed.object(flow)
			.with("prompt", "login")
			.with("login_hint", "bob")
			.with("response_mode", "form_post");
		Answer login = flow.browser().follow(flow.authorize(this.signed.sent(FREE, object)));
		assertThat(login.page().select("#continue")).isEmpty();
		assertThat(login.page().select("input[name=username]").attr("value")).isEqualTo("bob");
		Answer posted = flow.browser().follow(flow.signIn(login, "alice", "alice"));
		assertThat(posted.hidden("code")).isNotEmpty();
		assertThat(posted.hidden("iss")).isEqualTo("http://localhost:9000");
	}

	@Test
	void refusesSilentlyWhatWasAskedSilently() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		Answer refused = flow.authorize(this.signed.sent(FREE, this.signed.object(flow).with("prompt", "none")));
		assertThat(refused.sent("error")).isEqualTo("login_required");
		assertThat(refused.sent("state")).isEqualTo("a state");
	}

	@Test
	void mayComeAgainAndMayHaveNoEnd() {
		AuthorizationFlow flow = signedIn();
		Form sent = this.signed.sent(FREE, this.signed.object(flow).without("exp").with("jti", "one"));
		assertThat(flow.authorize(sent).sent("code")).isNotEmpty();
		this.clock.advance(Duration.ofHours(2));
		assertThat(flow.authorize(sent).sent("code")).isNotEmpty();
	}

	private AuthorizationFlow signedIn() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		flow.code("alice");
		return flow;
	}

}
