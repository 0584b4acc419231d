package dev.quartet.app.signin;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.FakeOAuth1Provider;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Signs people in with OAuth 1.0a, and refuses what another sign-in brought. */
@ManyProviders
class OAuth1SignInWebTests {

	private final Browser browser = new Browser(Neighbours.APP);

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@Test
	void showsTheProfile() {
		assertThat(Neighbours.signIn(this.browser, "bird").text(".who")).isEqualTo("Alice Archer");
		Page profile = this.browser.get("/profile");
		assertThat(profile.text("#claim-preferred_username")).isEqualTo("alice");
		assertThat(profile.text("#claim-sub")).isEqualTo("42");
		assertThat(profile.text("#claim-iss")).isEqualTo(Neighbours.BIRD.url());
	}

	@Test
	void comesBackToThePageThatWasAskedFor() {
		assertThat(this.browser.open(Neighbours.start("bird") + "?return=/profile").address()).hasPath("/profile");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | oauth_token=t&oauth_token_secret=s                                | callback_not_confirmed
			200 | oauth_token=t&oauth_token_secret=s&oauth_callback_confirmed=false | callback_not_confirmed
			200 | oauth_token_secret=s&oauth_callback_confirmed=true                | answer_unreadable
			200 | <html>                                                            | answer_unreadable
			401 | oauth_problem=consumer_key_unknown                                | temporary_credentials_refused
			302 | oauth_token=t&oauth_token_secret=s&oauth_callback_confirmed=true  | temporary_credentials_refused
			""")
	void refusesTemporaryCredentials(int status, String answer, String reason) {
		Neighbours.BIRD.answers(FakeOAuth1Provider.ASK, status, answer);
		Page page = this.browser.get(Neighbours.start("bird"));
		assertThat(page.status()).isEqualTo(502);
		assertThat(page.text("#reason")).isEqualTo(reason);
	}

	@Test
	void saysWhenTheProviderIsDown() {
		Neighbours.BIRD.stop();
		assertThat(this.browser.get(Neighbours.start("bird")).status()).isEqualTo(503);
	}

	@Test
	void refusesAnotherVerifier() {
		assertRefused(answer().location().replaceFirst("oauth_verifier=", "oauth_verifier=x"), 400, "verifier_refused");
	}

	@Test
	void refusesAnAnswerWithoutVerifier() {
		assertRefused(answer().location().replaceFirst("&oauth_verifier=[^&]*", ""), 400, "callback_incomplete");
	}

	@Test
	void refusesAnotherTemporaryToken() {
		assertRefused(answer().location().replaceFirst("oauth_token=", "oauth_token=x"), 400,
				"callback_of_other_issuer");
	}

	@Test
	void refusesTheTemporaryTokenOfAnotherTab() {
		String one = answer().location();
		String other = answer().location();
		String state = one.replaceFirst(".*(state=[^&]*).*", "$1");
		assertRefused(other.replaceFirst("state=[^&]*", state), 400, "callback_of_other_issuer");
	}

	@Test
	void refusesACallbackUsedTwice() {
		Page answer = answer();
		assertThat(this.browser.follow(answer).has("#sign-out")).isTrue();
		assertThat(this.browser.get(answer.location()).text("#reason")).isEqualTo("state_unknown");
	}

	@Test
	void refusesACallbackOfAnotherBrowser() {
		assertThat(new Browser(Neighbours.APP).get(answer().location()).text("#reason")).isEqualTo("state_unknown");
	}

	@Test
	void saysThatAccessWasDenied() {
		assertRefused(answer().location().replaceFirst("oauth_token=[^&]*&oauth_verifier", "denied"), 403,
				"access_denied");
	}

	@Test
	void refusesAProfileWithoutSubject() {
		Neighbours.BIRD.answers(FakeOAuth1Provider.PROFILE, 200, "{\"name\":\"Alice\"}");
		assertRefused(answer().location(), 502, "profile_subject");
	}

	@Test
	void refusesAProfileThatIsRefused() {
		Neighbours.BIRD.answers(FakeOAuth1Provider.PROFILE, 403, "{}");
		assertRefused(answer().location(), 502, "profile_refused");
	}

	private Page answer() {
		return this.browser.get(this.browser.get(Neighbours.start("bird")).location());
	}

	private void assertRefused(String address, int status, String reason) {
		Page page = this.browser.get(address);
		assertThat(page.text("#reason")).isEqualTo(reason);
		assertThat(page.status()).isEqualTo(status);
		assertThat(this.browser.get("/").has("#sign-out")).isFalse();
	}

}
