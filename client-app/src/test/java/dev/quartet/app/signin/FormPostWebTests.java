package dev.quartet.app.signin;

import java.util.Map;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Takes answers that come as forms (OAuth 2.0 Form Post Response Mode). */
@ManyProviders
class FormPostWebTests {

	private static final String CALLBACK = Neighbours.CALLBACK + "form";

	private final Browser browser = new Browser(Neighbours.APP);

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@Test
	void signsInByAPostWithoutCookies() {
		Page home = Neighbours.signIn(this.browser, "form");
		assertThat(home.address()).hasPath("/");
		assertThat(home.text(".who")).isEqualTo("Alice Archer");
	}

	@Test
	void goesOnToThePageThatWasAskedFor() {
		Page form = this.browser.open(Neighbours.start("form") + "?return=/profile");
		assertThat(this.browser.follow(Neighbours.posted(form)).address()).hasPath("/profile");
	}

	@Test
	void asksForAForm() {
		assertThat(this.browser.get(Neighbours.start("form")).location()).contains("response_mode=form_post");
	}

	@Test
	void keepsTheCodeOutOfAddresses() {
		Page form = form();
		Page posted = Neighbours.posted(form);
		assertThat(posted.status()).isEqualTo(303);
		assertThat(posted.location()).startsWith(Neighbours.APP + CALLBACK + "?state=")
			.doesNotContain(form.document().expectFirst("[name=code]").val(), "code=");
		assertThat(posted.headers().allValues("Set-Cookie")).isEmpty();
	}

	@Test
	void takesAnAnswerOnce() {
		Page form = form();
		Page posted = Neighbours.posted(form);
		assertUnknown(Neighbours.posted(form));
		assertThat(this.browser.follow(posted).has("#sign-out")).isTrue();
		assertUnknown(this.browser.get(posted.location()));
	}

	@Test
	void handsAnAnswerToNoOtherBrowser() {
		Page posted = Neighbours.posted(form());
		Browser other = new Browser(Neighbours.APP);
		other.get(Neighbours.start("form"));
		assertUnknown(other.get(posted.location()));
		assertThat(this.browser.follow(posted).has("#sign-out")).isTrue();
	}

	@Test
	void refusesAnAnswerToAnUnknownState() {
		assertUnknown(new Browser(Neighbours.APP).post(CALLBACK, Map.of("code", "c", "state", "made-up")));
	}

	@Test
	void refusesAnAnswerWithoutState() {
		assertUnknown(new Browser(Neighbours.APP).post(CALLBACK, Map.of("code", "c")));
	}

	@Test
	void refusesAPostWithParametersInItsAddress() {
		String state = form().document().expectFirst("[name=state]").val();
		assertUnknown(new Browser(Neighbours.APP).post(CALLBACK + "?state=" + state, Map.of("code", "c")));
	}

	@Test
	void refusesAnAnswerInTheAddress() {
		Page form = form();
		String code = form.document().expectFirst("[name=code]").val();
		String state = form.document().expectFirst("[name=state]").val();
		Page refused = this.browser.get(CALLBACK + "?code=" + code + "&state=" + state);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text("#reason")).isEqualTo("callback_incomplete");
	}

	@Test
	void refusesAPostForAProviderThatAnswersInTheAddress() {
		String address = this.browser.get(this.browser.get(Neighbours.start("quartet")).location()).location();
		String state = address.replaceFirst(".*[?&]state=([^&]*).*", "$1");
		assertUnknown(new Browser(Neighbours.APP).post(Neighbours.CALLBACK + "quartet",
				Map.of("code", "injected", "state", state)));
		assertThat(this.browser.open(address).has("#sign-out")).isTrue();
	}

	@Test
	void saysThatAccessWasDenied() {
		Neighbours.FORM.faults.error = "access_denied";
		Page denied = this.browser.follow(Neighbours.posted(form()));
		assertThat(denied.status()).isEqualTo(403);
		assertThat(denied.text("#reason")).isEqualTo("access_denied");
	}

	@Test
	void answersForUnknownProvidersThatThereIsNoSuchPage() {
		assertThat(this.browser.post(Neighbours.CALLBACK + "other", Map.of("state", "s")).status()).isEqualTo(404);
	}

	private Page form() {
		return this.browser.open(Neighbours.start("form"));
	}

	private static void assertUnknown(Page page) {
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.heading()).isEqualTo("This sign-in is not known here");
	}

}
