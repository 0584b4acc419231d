package dev.quartet.app.signin;

import java.time.Duration;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.RunningApp;
import dev.quartet.app.fakes.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Refuses answers that are wrong, forged or refusals themselves, each with its page. */
@RunningApp
class CallbackWebTests {

	private final Browser browser = new Browser(World.APP);

	@BeforeEach
	void reset() {
		World.reset();
	}

	@Test
	void refusesAWrongNonce() {
		World.PROVIDER.faults.nonce = "other";
		assertUntrusted();
	}

	@Test
	void refusesAnIdTokenOfAnotherIssuer() {
		World.PROVIDER.faults.idTokenIssuer = "http://localhost:1";
		assertUntrusted();
	}

	@Test
	void refusesAnIdTokenForAnotherClient() {
		World.PROVIDER.faults.audience = "other-app";
		assertUntrusted();
	}

	@Test
	void refusesAnExpiredIdToken() {
		World.PROVIDER.faults.idTokenLifeSeconds = -120;
		assertUntrusted();
	}

	@Test
	void refusesAForeignSignature() {
		World.PROVIDER.faults.otherKey = true;
		assertUntrusted();
	}

	@Test
	void refusesAnUnsignedIdToken() {
		World.PROVIDER.faults.unsigned = true;
		assertUntrusted();
	}

	@Test
	void refusesAnAccessTokenInPlaceOfAnIdToken() {
		World.PROVIDER.faults.idTokenType = "at+jwt";
		assertUntrusted();
	}

	@Test
	void refusesAnAccessTokenThatDoesNotBelongToTheIdToken() {
		World.PROVIDER.faults.foreignAccessToken = true;
		assertUntrusted();
	}

	@Test
	void refusesTheAnswerOfAnotherIssuer() {
		World.PROVIDER.faults.callbackIssuer = "https://evil.example";
		assertRefused(400, "This answer comes from another server");
	}

	@Test
	void refusesAnAnswerWithoutTheIssuerThatWasPromised() {
		World.PROVIDER.faults.callbackIssuer = null;
		assertRefused(400, "This answer comes from another server");
	}

	@Test
	void refusesAParameterSentTwice() {
		Page answer = this.browser.get(this.browser.get("/oauth2/authorization/quartet").location());
		Page refused = this.browser.get(answer.location() + "&code=other");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.heading()).isEqualTo("The answer of the sign-in server is incomplete");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			access_denied             | 403 | You did not allow access. Nothing was shared.
			login_required            | 403 | The sign-in was not finished
			temporarily_unavailable   | 503 | The sign-in server does not answer
			invalid_scope             | 502 | The sign-in server refused this app
			unauthorized_client       | 502 | The sign-in server refused this app
			<script>alert(1)</script> | 502 | The sign-in did not work
			""")
	void saysInOwnWordsWhatTheServerAnswered(String error, int status, String heading) {
		World.PROVIDER.faults.error = error;
		Page page = assertRefused(status, heading);
		assertThat(page.body()).doesNotContain("Own words of the server", "<script");
	}

	@Test
	void offersToStartAgainTowardsTheSamePage() {
		World.PROVIDER.faults.error = "access_denied";
		Page denied = this.browser.open("/notes");
		World.reset();
		assertThat(this.browser.open(denied.document().expectFirst("#way-out").attr("href")).address())
			.hasPath("/notes");
	}

	@Test
	void saysWhenTheServerGoesAwayBeforeTheCodeIsRedeemed() {
		Page answer = this.browser.get(this.browser.get("/oauth2/authorization/quartet").location());
		World.PROVIDER.stop();
		Page page = this.browser.get(answer.location());
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.heading()).isEqualTo("The sign-in server does not answer");
	}

	@Test
	void saysWhenTheServerHasGoneAwaySinceTheLastSignIn() {
		this.browser.open("/oauth2/authorization/quartet");
		World.PROVIDER.stop();
		World.CLOCK.forward(Duration.ofSeconds(2));
		Page page = this.browser.get("/oauth2/authorization/quartet");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.heading()).isEqualTo("The sign-in server does not answer");
	}

	private void assertUntrusted() {
		assertRefused(502, "The answer of the sign-in server cannot be trusted");
	}

	private Page assertRefused(int status, String heading) {
		Page page = this.browser.open("/oauth2/authorization/quartet");
		assertThat(page.heading()).isEqualTo(heading);
		assertThat(page.status()).isEqualTo(status);
		assertThat(this.browser.open("/").has("#sign-in")).isTrue();
		return page;
	}

}
