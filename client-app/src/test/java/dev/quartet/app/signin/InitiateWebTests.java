package dev.quartet.app.signin;

import java.util.Map;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.ManyProviders;
import dev.quartet.app.fakes.Neighbours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets providers begin a sign-in (OpenID Connect Core 1.0 §4). */
@ManyProviders
class InitiateWebTests {

	private static final String INITIATE = "/login/initiate";

	private final Browser browser = new Browser(Neighbours.APP);

	@BeforeEach
	void reset() {
		Neighbours.reset();
	}

	@Test
	void sendsToTheIssuerWithTheHint() {
		Page page = this.browser.get(INITIATE + "?iss=" + Neighbours.FORM.url() + "&login_hint=bob%26x%3D1");
		assertThat(page.location()).startsWith(Neighbours.FORM.url() + "/oauth2/authorize?")
			.contains("login_hint=bob%26x%3D1&");
	}

	@Test
	void sendsToTheIssuerByAForm() {
		Page posted = new Browser(Neighbours.APP).post(INITIATE,
				Map.of("iss", Neighbours.QUARTET.url(), "login_hint", "bob+1@quartet.example"));
		assertThat(this.browser.follow(posted).has("#sign-out")).isTrue();
		assertThat(this.browser.get(posted.location()).location()).startsWith(Neighbours.QUARTET.url())
			.contains("login_hint=bob%2B1%40quartet.example");
	}

	@Test
	void leavesSignInsOfOtherTabsAloneWhenAnotherSitePosts() {
		Page answer = this.browser.get(this.browser.get(Neighbours.start("hub")).location());
		Page posted = new Browser(Neighbours.APP).post(INITIATE, Map.of("iss", Neighbours.QUARTET.url()));
		assertThat(posted.headers().allValues("Set-Cookie")).isEmpty();
		this.browser.get(posted.location());
		assertThat(this.browser.follow(answer).has("#sign-out")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?iss=https://evil.example", "", "?iss=", "?login_hint=bob" })
	void answersForUnknownIssuersThatThereIsNoSuchPage(String query) {
		Page page = this.browser.get(INITIATE + query);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.heading()).isEqualTo("There is no such provider");
	}

	@Test
	void knowsNoIssuerOfOtherKinds() {
		assertThat(this.browser.get(INITIATE + "?iss=" + Neighbours.HUB.url()).status()).isEqualTo(404);
	}

	@Test
	void goesOnToAPageOfOurs() {
		assertThat(begun(Neighbours.APP + "/profile").address()).hasPath("/profile");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/profile", "//evil.example", "/profile", "http://localhost/profile" })
	void goesHomeInsteadOfElsewhere(String target) {
		assertThat(begun(target).address().toString()).isEqualTo(Neighbours.APP + "/");
	}

	@Test
	void goesHomeInsteadOfToAHostThatBeginsLikeOurs() {
		assertThat(begun(Neighbours.APP + ".evil.example/profile").address().toString())
			.isEqualTo(Neighbours.APP + "/");
	}

	private Page begun(String target) {
		return this.browser.open(INITIATE + "?iss=" + Neighbours.QUARTET.url() + "&target_link_uri=" + target);
	}

}
