package dev.quartet.auth.rfc9101;

import java.time.Duration;

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

/** Says how long a signed request is good for a person who is on her way. */
@QuartetServer
class SignedJourneyTests {

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	private SignedClients signed;

	SignedJourneyTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
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
	void isGoodForWhoeverWentToSignInBeforeItEnded() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		Answer login = flow.browser().follow(flow.authorize(this.signed.sent(FREE, this.signed.object(flow))));
		this.clock.advance(Duration.ofMinutes(10));
		Answer consent = flow.browser().follow(flow.signIn(login, "alice", "alice"));
		Answer answer = consent.redirects() ? consent : flow.allowAll(consent);
		assertThat(flow.redeem(answer.sent("code")).status()).isEqualTo(200);
	}

	@Test
	void isRefusedAtTheClientWhenSheCameMuchTooLate() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		Answer login = flow.browser().follow(flow.authorize(this.signed.sent(FREE, this.signed.object(flow))));
		this.clock.advance(Duration.ofMinutes(16));
		Answer refused = flow.browser().follow(flow.signIn(login, "alice", "alice"));
		assertThat(refused.location()).startsWith("http://localhost:8080/" + FREE);
		assertThat(refused.sent("error")).isEqualTo("invalid_request_object");
		assertThat(refused.sent("error_description")).contains("expired");
	}

	@Test
	void isNotMadeYoungerByComingBackWithoutASignIn() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		Answer toLogin = flow.authorize(this.signed.sent(FREE, this.signed.object(flow)));
		for (int minutes = 0; minutes < 14; minutes += 7) {
			this.clock.advance(Duration.ofMinutes(7));
			toLogin = flow.browser().get(flow.browser().follow(toLogin).hidden("continue"));
			assertThat(toLogin.location()).contains("/login");
		}
		this.clock.advance(Duration.ofMinutes(7));
		Answer refused = flow.browser().get(flow.browser().follow(toLogin).hidden("continue"));
		assertThat(refused.sent("error")).isEqualTo("invalid_request_object");
	}

	@Test
	void isGoodForWhoeverThinksBetterOfIt() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		Answer login = flow.browser().follow(flow.authorize(this.signed.sent(FREE, this.signed.object(flow))));
		this.clock.advance(Duration.ofSeconds(90));
		Answer cancelled = flow.browser().follow(press(flow, login, "/login/cancel"));
		assertThat(cancelled.location()).startsWith("http://localhost:8080/" + FREE);
		assertThat(cancelled.sent("error")).isEqualTo("access_denied");
	}

	@Test
	void isGoodForWhoeverGoesOnAfterItEnded() {
		AuthorizationFlow flow = signedIn();
		RequestObject object = this.signed.object(flow).with("prompt", "select_account");
		Answer login = flow.browser().follow(flow.authorize(this.signed.sent(FREE, object)));
		this.clock.advance(Duration.ofSeconds(90));
		assertThat(flow.browser().follow(press(flow, login, "/login/continue")).sent("code")).isNotEmpty();
	}

	@Test
	void isNotMadeYoungerByGoingOn() {
		AuthorizationFlow flow = signedIn();
		RequestObject object = this.signed.object(flow).with("prompt", "select_account").with("max_age", 30);
		Answer toLogin = flow.authorize(this.signed.sent(FREE, object));
		for (int times = 0; times < 2; times++) {
			this.clock.advance(Duration.ofMinutes(7));
			toLogin = flow.browser().get(press(flow, flow.browser().follow(toLogin), "/login/continue").location());
			assertThat(toLogin.location()).contains("/login");
		}
		this.clock.advance(Duration.ofMinutes(7));
		Answer late = press(flow, flow.browser().follow(toLogin), "/login/continue");
		assertThat(flow.browser().follow(late).sent("error")).isEqualTo("invalid_request_object");
	}

	@Test
	void letsAnotherPersonTakeOver() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		RequestObject object = this.signed.object(flow)
			.with("prompt", "consent")
			.with("x", "filler ".repeat(700))
			.with("state", null)
			.withoutType();
		Answer consent = flow.signIn("alice", this.signed.sent(FREE, object).and("state", "outside"));
		Answer login = flow.browser()
			.follow(flow.browser()
				.post("/login/switch",
						Form.empty()
							.and("_csrf", consent.hidden("_csrf"))
							.and("continue", consent.hidden("continue"))));
		Answer other = flow.browser().follow(flow.signIn(login, "bob", "bob"));
		assertThat(other.text()).contains("bob");
		Answer allowed = flow.allowAll(other);
		assertThat(allowed.sent("state")).isEqualTo("outside");
		assertThat(flow.redeem(allowed.sent("code")).status()).isEqualTo(200);
	}

	private static Answer press(AuthorizationFlow flow, Answer page, String path) {
		return flow.browser()
			.post(path, Form.empty().and("_csrf", page.hidden("_csrf")).and("continue", page.hidden("continue")));
	}

	private AuthorizationFlow signedIn() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		flow.code("alice");
		return flow;
	}

}
