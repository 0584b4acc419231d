package dev.quartet.app.experiments;

import java.util.List;

import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.FakeOAuth1Provider;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tries every fault of every kind, and looks at what is said and what is left. */
@DemoProviders
class ExperimentsWebTests {

	private final Tester tester = new Tester(DemoProviders.Place.APP);

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					quartet | code-twice          | Refused by the provider. | 400 | invalid_grant         | RFC 6749 §4.1.2
					quartet | wrong-verifier      | Refused by the provider. | 400 | invalid_grant         | RFC 7636 §4.6
					quartet | other-redirect-uri  | Refused by the provider. | 400 | invalid_grant         | RFC 6749 §4.1.3
					quartet | other-state         | Refused by this app.     | 400 | state_unknown         | RFC 6749 §10.12
					quartet | id-token-at-api     | Refused by the API.      | 401 |                       | RFC 9068 §4 RFC 8725 §3.11
					quartet | changed-signature   | Refused by the API.      | 401 |                       | RFC 7515 §5.2
					quartet | expired-token       | Refused by this app.     |     | id_token_expired      | OpenID Connect Core §3.1.3.7
					quartet | refresh-twice       | Refused by the provider. | 400 | invalid_grant         | RFC 9700 §4.14.2
					form    | code-twice          | Refused by the provider. | 400 | invalid_grant         | RFC 6749 §4.1.2
					form    | changed-signature   | Refused by this app.     |     | id_token_signature    | RFC 7515 §5.2
					hub     | code-twice          | Refused by the provider. | 200 | bad_verification_code | RFC 6749 §4.1.2
					hub     | wrong-verifier      | Refused by the provider. | 200 | bad_verification_code | RFC 7636 §4.6
					hub     | other-state         | Refused by this app.     | 400 | state_unknown         | RFC 6749 §10.12
					bird    | wrong-verifier      | Refused by the provider. | 401 | verifier_invalid      | RFC 5849 §2.3
					bird    | changed-signature   | Refused by the provider. | 401 | signature_invalid     | RFC 5849 §3.2
					bird    | request-token-twice | Refused by the provider. | 401 | verifier_invalid      | RFC 5849 §2.3
					""")
	void saysWhoRefused(String provider, String fault, String who, String status, String error, String rules) {
		Page page = this.tester.signsIn(provider).tries(provider, fault);
		assertThat(page.address().getPath()).startsWith("/flow/");
		assertThat(page.text("#verdict.ok")).isEqualTo(who);
		assertThat(page.document().select("#verdict-status").text()).isEqualTo((status != null) ? status : "");
		assertThat(page.document().select("#verdict-error").text()).isEqualTo((error != null) ? error : "");
		assertThat(page.text("#verdict-rules")).isEqualTo(rules);
		assertThat(page.document().text()).doesNotContain("??");
		assertThat(page.has("article.message")).isTrue();
		assertThat(page.document().select("h1")).hasSize(1);
		assertThat(page.document().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
		assertThat(page.document().select("script, style, [style], [onclick]")).isEmpty();
		assertThat(this.tester.browser().get("/flow").text(".recordings")).contains(page.heading());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					quartet | code-twice wrong-verifier other-redirect-uri other-state id-token-at-api changed-signature expired-token refresh-twice
					form    | code-twice wrong-verifier other-redirect-uri other-state changed-signature expired-token refresh-twice
					hub     | code-twice wrong-verifier other-redirect-uri other-state refresh-twice
					bird    | wrong-verifier changed-signature request-token-twice
					""")
	void offersWhatFitsTheKind(String provider, String faults) {
		assertThat(this.tester.signsIn(provider).faults(provider)).containsExactly(faults.split(" "));
		assertThat(this.tester.browser().get("/flow").document().text()).doesNotContain("??");
	}

	@ParameterizedTest
	@ValueSource(strings = { "code-twice", "wrong-verifier", "other-redirect-uri" })
	void saysThatTheProviderAcceptedIt(String fault) {
		this.tester.signsIn("quartet");
		Neighbours.QUARTET.faults.careless = true;
		Page page = this.tester.tries("quartet", fault);
		assertThat(page.text("#verdict.warning")).startsWith("It was accepted!").contains("provider");
		assertThat(page.text("#verdict-status")).isEqualTo("200");
		assertThat(this.tester.browser().get("/flow").text(".recordings")).contains("experiment, accepted!");
	}

	@Test
	void saysThatTheApiAcceptedIt() {
		this.tester.signsIn("quartet");
		Neighbours.API.status = 200;
		for (String fault : List.of("id-token-at-api", "changed-signature")) {
			assertThat(this.tester.tries("quartet", fault).text("#verdict.warning")).startsWith("It was accepted!")
				.contains("API");
		}
	}

	@Test
	void saysThatAProviderOfOAuth1AcceptedIt() {
		this.tester.signsIn("bird");
		Neighbours.BIRD.answers(FakeOAuth1Provider.PROFILE, 200, "{\"id_str\":\"42\"}");
		assertThat(this.tester.tries("bird", "changed-signature").text("#verdict.warning"))
			.startsWith("It was accepted!");
	}

	@Test
	void saysWhatElseItSaw() {
		assertThat(this.tester.signsIn("quartet").tries("quartet", "code-twice").text("#verdict-notes"))
			.contains("that the first exchange had brought still worked", "The API still took the first access token");
		assertThat(this.tester.tries("quartet", "changed-signature").text("#verdict-notes"))
			.contains("The right one had been accepted just before");
		assertThat(this.tester.signsIn("hub").tries("hub", "wrong-verifier").text("#verdict-notes"))
			.contains("another reason");
	}

	@Test
	void saysThatItCouldNotBeTried() {
		Page page = this.tester.signsIn("hub").tries("hub", "refresh-twice");
		assertThat(page.text("#verdict.warning")).startsWith("It could not be tried");
		assertThat(page.text("#verdict-error")).isEqualTo("refresh_token_missing");
		Neighbours.API.stop();
		assertThat(this.tester.signsIn("quartet").tries("quartet", "id-token-at-api").text("#verdict-error"))
			.isEqualTo("no_answer");
	}

	@Test
	void saysThatThePersonDidNotAllowIt() {
		this.tester.signsIn("quartet");
		Neighbours.QUARTET.faults.error = "access_denied";
		Page page = this.tester.tries("quartet", "code-twice");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.document().expectFirst("#way-out").attr("href")).isEqualTo("/flow");
		assertThat(this.tester.browser().get("/").has("#sign-out")).isTrue();
	}

}
