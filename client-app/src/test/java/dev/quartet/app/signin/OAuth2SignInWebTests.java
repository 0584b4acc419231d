package dev.quartet.app.signin;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.FakeHub;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Signs people in with plain OAuth 2.0, and refuses what does not tell who they are. */
@ManyProviders
class OAuth2SignInWebTests {

	private final Browser browser = new Browser(Neighbours.APP);

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@Test
	void showsTheProfile() {
		Neighbours.signIn(this.browser, "hub");
		Page profile = this.browser.get("/profile");
		assertThat(profile.text("#claim-name")).isEqualTo("Alice at the hub");
		assertThat(profile.text("#claim-preferred_username")).isEqualTo("alice-hub");
		assertThat(profile.text("#claim-email")).isEqualTo("alice@quartet.example");
		assertThat(profile.text("#claim-sub")).isEqualTo("4711");
		assertThat(profile.text("#claim-iss")).isEqualTo(Neighbours.HUB.url());
	}

	@Test
	void saysThatTheApiDoesNotKnowHer() {
		Neighbours.HUB.subject = 1;
		assertThat(Neighbours.signIn(this.browser, "hub").text("#call-problem")).contains("Link your Quartet account");
		Page notes = this.browser.open("/notes");
		assertThat(notes.heading()).isEqualTo("Your notes need a Quartet account");
	}

	@Test
	void asksWithPkceAndTheScopesOfTheEntry() {
		assertThat(this.browser.get(Neighbours.start("hub")).location())
			.startsWith(Neighbours.HUB.url() + FakeHub.AUTHORIZE + "?")
			.contains("scope=read", "client_id=hub-app", "code_challenge_method=S256", "state=")
			.doesNotContain("nonce=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"data\":{}}", "{\"data\":{\"id\":null}}", "{\"data\":{\"id\":\"\"}}",
			"{\"data\":{\"id\":\" 4711\"}}", "{\"data\":{\"id\":\"4711\\n\"}}", "{\"data\":{\"id\":\"47\\u200b11\"}}",
			"{\"data\":{\"id\":47.11}}", "{\"data\":{\"id\":true}}", "{\"data\":{\"id\":{\"value\":4711}}}",
			"{\"data\":[{\"id\":4711}]}", "[{\"data\":{\"id\":4711}}]", "<html>" })
	void refusesAProfileWithoutAUsableSubject(String profile) {
		Neighbours.HUB.answers(FakeHub.ME, 200, profile);
		assertRefused(502, "profile_subject");
	}

	@Test
	void cutsNoSubjectOff() {
		Neighbours.HUB.answers(FakeHub.ME, 200, "{\"data\":{\"id\":\"" + "x".repeat(256) + "\"}}");
		assertRefused(502, "profile_subject");
	}

	@Test
	void refusesAProfileThatIsRefused() {
		Neighbours.HUB.answers(FakeHub.ME, 401, "{\"data\":{\"id\":4711}}");
		assertRefused(502, "profile_refused");
	}

	@Test
	void saysWhenTheProfileIsDown() {
		Neighbours.HUB.answers(FakeHub.ME, 500, "{}");
		assertThat(Neighbours.signIn(this.browser, "hub").status()).isEqualTo(503);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			200 | {"access_token":"t","token_type":"mac"}             | 502 | token_type_unknown
			200 | {"error":"bad_verification_code"}                   | 502 | bad_verification_code
			200 | {"error":"invalid_grant","access_token":"t"}        | 400 | invalid_grant
			200 | {"token_type":"bearer"}                             | 502 | token_answer_unreadable
			200 | {"access_token":" ","token_type":"bearer"}          | 502 | token_answer_unreadable
			200 | {"access_token":["t"],"token_type":"bearer"}        | 502 | token_answer_unreadable
			200 | access_token=t&token_type=bearer                    | 502 | token_answer_unreadable
			302 | {"access_token":"t","token_type":"bearer"}          | 502 | token_answer_unreadable
			400 | {"access_token":"t","token_type":"bearer"}          | 502 | token_answer_unreadable
			401 | {}                                                  | 502 | invalid_client
			200 | {"access_token":"t t","token_type":"bearer"}        | 502 | token_answer_unreadable
			200 | {"access_token":"t\\r\\nX: y"}                      | 502 | token_answer_unreadable
			200 | {"access_token":"t\\u00e9"}                         | 502 | token_answer_unreadable
			200 | {"access_token":"t","scope":"\\u0000"}              | 502 | token_answer_unreadable
			400 | {"error":"Own words\\nof somebody"}                | 502 | error_unreadable
			""")
	void refusesATokenAnswer(int answered, String answer, int status, String reason) {
		Neighbours.HUB.answers(FakeHub.TOKEN, answered, answer);
		assertRefused(status, reason);
	}

	@Test
	void refusesAScopeThatCannotBeKept() {
		Neighbours.HUB.answers(FakeHub.TOKEN, 200, "{\"access_token\":\"t\",\"scope\":\"" + "s".repeat(2_001) + "\"}");
		assertRefused(502, "token_answer_unreadable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "99999999999999999999", "9223372036854775807", "1e400", "-1", "0" })
	void livesWithAbsurdLives(String seconds) {
		Neighbours.HUB.answers(FakeHub.TOKEN, 200, "{\"access_token\":\"t\",\"expires_in\":" + seconds + "}");
		Neighbours.HUB.answers(FakeHub.ME, 200, "{\"data\":{\"id\":4711}}");
		assertThat(Neighbours.signIn(this.browser, "hub").status()).isEqualTo(200);
		assertThat(this.browser.get("/profile").status()).isEqualTo(200);
	}

	@Test
	void passesNoWordsOn() {
		assertThat(this.browser.get(callback("error=Own%20words")).text("#reason")).isEqualTo("error_unreadable");
	}

	@Test
	void saysThatAccessWasDenied() {
		Page denied = this.browser.get(callback("error=access_denied"));
		assertThat(denied.status()).isEqualTo(403);
		assertThat(denied.text("#reason")).isEqualTo("access_denied");
	}

	@Test
	void refusesACodeThatWasNotIssued() {
		Page refused = this.browser.get(callback("code=made-up"));
		assertThat(refused.text("#reason")).isEqualTo("bad_verification_code");
	}

	@Test
	void refusesACallbackUsedTwice() {
		Page answer = this.browser.get(this.browser.get(Neighbours.start("hub")).location());
		this.browser.follow(answer);
		assertThat(this.browser.get(answer.location()).text("#reason")).isEqualTo("state_unknown");
	}

	private String callback(String answer) {
		String state = this.browser.get(Neighbours.start("hub")).location().replaceFirst(".*[?&]state=([^&]*).*", "$1");
		return Neighbours.CALLBACK + "hub?state=" + state + "&" + answer;
	}

	private void assertRefused(int status, String reason) {
		Page page = Neighbours.signIn(this.browser, "hub");
		assertThat(page.text("#reason")).isEqualTo(reason);
		assertThat(page.status()).isEqualTo(status);
		assertThat(this.browser.get("/").has("#sign-out")).isFalse();
	}

}
