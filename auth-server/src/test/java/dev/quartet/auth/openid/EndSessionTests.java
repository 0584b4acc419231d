package dev.quartet.auth.openid;

import java.time.Duration;

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

/**
 * Says who may sign a person out and where that leads (OpenID Connect RP-Initiated Logout
 * §2-4).
 */
@QuartetServer
class EndSessionTests {

	private static final String HOME = "http://localhost:8080/";

	private final Flows flows;

	private final MovableClock clock;

	EndSessionTests(@Autowired Flows flows, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clock = clock;
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void signsOutAndReturnsToTheApplicationWithItsState() {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = endSession(flow, request(flow.tokens("alice")).and("state", "s 1"));
		assertThat(answer.location()).isEqualTo(HOME + "?state=s%201");
		assertSignedOut(flow);
	}

	@Test
	void acceptsAHintFromBeforeARefresh() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		flow.refresh(tokens.json("refresh_token"));
		assertThat(endSession(flow, request(tokens)).location()).isEqualTo(HOME);
		assertSignedOut(flow);
	}

	@Test
	void asksWhenNothingProvesWhoAsks() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		Answer page = endSession(flow,
				Form.empty().and("client_id", "quartet-app").and("post_logout_redirect_uri", HOME));
		assertThat(page.page().selectFirst("#sign-out")).isNotNull();
		assertThat(flow.authorize(flow.request()).sent("code")).isNotEmpty();
		Answer done = flow.browser()
			.post("/connect/logout/confirm",
					Form.empty()
						.and("_csrf", page.hidden("_csrf"))
						.and("client_id", page.hidden("client_id"))
						.and("post_logout_redirect_uri", page.hidden("post_logout_redirect_uri")));
		assertThat(done.location()).isEqualTo(HOME);
		assertSignedOut(flow);
	}

	@Test
	void asksWhenTheHintIsAboutSomebodyElse() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		Form hintOfBob = request(this.flows.app().tokens("bob"));
		assertThat(endSession(flow, hintOfBob).page().selectFirst("#sign-out")).isNotNull();
	}

	@Test
	void confirmsOnlyFromItsOwnPage() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		assertThat(flow.browser().post("/connect/logout/confirm", Form.empty()).status()).isEqualTo(403);
		assertThat(flow.authorize(flow.request()).sent("code")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080/other", "https://evil.example/", "//evil.example",
			"http://localhost:8080", "http://localhost:8080@evil.example/", "http://localhost:8080\\@evil.example/",
			"https://evil.example#@localhost:8080/", "http://a@b@localhost:8080/",
			"http://localhost.evil.example:8080/", "http://localhost:8080//", "http://localhost:8080/?x=1",
			"http://localhost:8080/#x", "HTTP://localhost:8080/", "http://LOCALHOST:8080/", "http://localhost:8080/%2e",
			"http://localhost:8080/ ", "javascript:alert(1)" })
	void neverLeadsToAnAddressThatIsNotRegistered(String elsewhere) {
		AuthorizationFlow flow = this.flows.app();
		Answer answer = endSession(flow, request(flow.tokens("alice")).with("post_logout_redirect_uri", elsewhere));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
	}

	@Test
	void refusesAHintThatIsNotOurs() {
		AuthorizationFlow flow = this.flows.app();
		assertThat(endSession(flow, Form.empty().and("id_token_hint", "garbage")).status()).isEqualTo(400);
		String accessToken = flow.tokens("alice").json("access_token");
		assertThat(endSession(flow, Form.empty().and("id_token_hint", accessToken)).status()).isEqualTo(400);
	}

	@Test
	void endsOnItsOwnPageWithoutAnAddress() {
		AuthorizationFlow flow = this.flows.app();
		Answer page = flow.browser()
			.follow(endSession(flow, request(flow.tokens("alice")).without("post_logout_redirect_uri")));
		assertThat(page.text()).contains("signed out");
	}

	@Test
	void takesAPostAndAHintThatHasExpired() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		this.clock.advance(Duration.ofMinutes(30));
		Answer answer = flow.browser().post("/connect/logout", request(tokens).and("state", "x"));
		assertThat(answer.location()).isEqualTo(HOME + "?state=x");
		assertSignedOut(flow);
	}

	@Test
	void asksAndStaysWhenNobodyVouchesForTheAddress() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		Form request = Form.empty().and("post_logout_redirect_uri", HOME).and("state", "x");
		Answer page = endSession(flow, request);
		assertThat(page.page().selectFirst("#sign-out")).isNotNull();
		Answer done = flow.browser().post("/connect/logout/confirm", request.and("_csrf", page.hidden("_csrf")));
		assertThat(done.location()).endsWith("/signed-out");
		assertSignedOut(flow);
	}

	@Test
	void refusesAParameterThatIsSentTwice() {
		AuthorizationFlow flow = this.flows.app();
		Form twice = request(flow.tokens("alice")).and("post_logout_redirect_uri", "https://evil.example/");
		assertThat(endSession(flow, twice).status()).isEqualTo(400);
	}

	@Test
	void refusesAClientThatTheHintWasNotIssuedTo() {
		AuthorizationFlow flow = this.flows.app();
		Form other = request(flow.tokens("alice")).and("client_id", "quartet-public");
		assertThat(endSession(flow, other).status()).isEqualTo(400);
	}

	private static Form request(Answer tokens) {
		return Form.empty().and("id_token_hint", tokens.json("id_token")).and("post_logout_redirect_uri", HOME);
	}

	private static Answer endSession(AuthorizationFlow flow, Form request) {
		return flow.browser().get("/connect/logout?" + request);
	}

	private static void assertSignedOut(AuthorizationFlow flow) {
		assertThat(flow.authorize(flow.request()).location()).startsWith("/login");
	}

}
