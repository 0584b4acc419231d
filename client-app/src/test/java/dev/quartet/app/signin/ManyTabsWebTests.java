package dev.quartet.app.signin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the sign-ins of several tabs and providers apart. */
@ManyProviders
class ManyTabsWebTests {

	private final Browser browser = new Browser(Neighbours.APP);

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@Test
	void finishesEveryTabInWhateverOrder() {
		List<Page> answers = new ArrayList<>();
		for (String provider : List.of("quartet", "hub", "bird", "quartet", "hub", "bird")) {
			answers.add(answer(provider));
		}
		Collections.reverse(answers);
		assertThat(answers).allMatch((answer) -> this.browser.follow(answer).has("#sign-out"));
	}

	@ParameterizedTest
	@CsvSource({ "quartet, hub", "hub, quartet", "quartet, form", "form, hub" })
	void refusesTheAnswerOfOneProviderAtTheCallbackOfAnother(String asked, String answered) {
		String address = "form".equals(asked) ? callbackOfForm() : answer(asked).location();
		Page page = this.browser.get(address.replace("/code/" + asked, "/code/" + answered));
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("#reason")).isEqualTo("callback_of_other_issuer");
		assertThat(this.browser.get("/").has("#sign-out")).isFalse();
	}

	@Test
	void refusesACodeAtTheCallbackOfOAuth1() {
		Page page = this.browser.get(answer("hub").location().replace("/oauth2/code/hub", "/oauth1/callback/bird"));
		assertThat(page.text("#reason")).isEqualTo("callback_of_other_issuer");
	}

	@Test
	void forgetsTheOldestOfTooManyTabs() {
		Page first = answer("quartet");
		for (int count = 0; count < 20; count++) {
			this.browser.get(Neighbours.start("hub"));
		}
		assertThat(this.browser.get(first.location()).text("#reason")).isEqualTo("state_unknown");
	}

	private Page answer(String provider) {
		return this.browser.get(this.browser.get(Neighbours.start(provider)).location());
	}

	private String callbackOfForm() {
		return Neighbours.posted(this.browser.open(Neighbours.start("form"))).location();
	}

}
