package dev.quartet.app.home;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.registry.Availability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Offers every provider that is set up, of whatever kind. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "quartet.provider.client-secret=hush", "TWITTER_CLIENT_ID=key", "TWITTER_CLIENT_SECRET=hush",
				"MICROSOFT_CLIENT_ID=id", "MICROSOFT_CLIENT_SECRET=hush", "GITHUB_CLIENT_ID=id",
				"GITHUB_CLIENT_SECRET=hush", "GITHUB_TITLE=Git<Hub>" })
class SignInChoicesWebTests {

	private final Availability availability;

	@LocalServerPort
	private int port;

	SignInChoicesWebTests(@Autowired Availability availability) {
		this.availability = availability;
	}

	@AfterEach
	void recover() {
		this.availability.works("microsoft");
	}

	@Test
	void showsAButtonForEachProvider() {
		Page home = home();
		assertThat(home.document().select("#choices a").eachText()).containsExactly("Sign in with Quartet",
				"Sign in with Git<Hub>", "Sign in with Microsoft", "Sign in with Twitter");
		assertThat(home.document().select("#choices a").eachAttr("id")).containsExactly("sign-in", "sign-in-github",
				"sign-in-microsoft", "sign-in-twitter");
		assertThat(home.document().select("#choices a").eachAttr("href")).containsExactly(
				"/oauth2/authorization/quartet", "/oauth2/authorization/github", "/oauth2/authorization/microsoft",
				"/oauth2/authorization/twitter");
		assertThat(home.document().select("#choices code").eachText()).containsExactly("localhost:9000", "github.com",
				"login.microsoftonline.com", "api.twitter.com");
		assertThat(home.has("#configure")).isFalse();
		assertThat(home.body()).doesNotContain("hush", "??");
	}

	@Test
	void disablesTheOneThatDoesNotWorkAndNothingElse() {
		this.availability.fails("microsoft", Availability.UNREACHABLE);
		Page home = home();
		assertThat(home.document().select("#choices a").eachAttr("id")).containsExactly("sign-in", "sign-in-github",
				"sign-in-twitter");
		assertThat(home.text("#sign-in-microsoft-problem")).contains("Sign in with Microsoft", "does not answer");
		this.availability.fails("microsoft", Availability.MISCONFIGURED);
		assertThat(home().text("#sign-in-microsoft-problem")).contains("not as this app expects");
		this.availability.works("microsoft");
		assertThat(home().has("#sign-in-microsoft")).isTrue();
	}

	private Page home() {
		return new Browser("http://localhost:" + this.port).get("/");
	}

}
