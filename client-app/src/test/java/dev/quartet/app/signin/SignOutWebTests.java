package dev.quartet.app.signin;

import java.time.Duration;
import java.util.Map;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.RunningApp;
import dev.quartet.app.fakes.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Signs people out here and at the authorization server. */
@RunningApp
class SignOutWebTests {

	private final Browser browser = new Browser(World.APP);

	@BeforeEach
	void signIn() {
		World.reset();
		this.browser.open("/oauth2/authorization/quartet");
	}

	@Test
	void endsTheSessionHereAndGoesToTheServer() {
		Page answer = this.browser.submit(this.browser.open("/"), "form.out", Map.of());
		String there = answer.document().expectFirst("#leave").attr("href");
		assertThat(answer.document().expectFirst("meta[http-equiv=refresh]").attr("content"))
			.isEqualTo("0;url=" + there);
		assertThat(there).startsWith(World.PROVIDER.url() + "/connect/logout?id_token_hint=ey")
			.contains("&client_id=quartet-app",
					"&post_logout_redirect_uri=" + World.APP.replace(":", "%3A").replace("/", "%2F") + "%2F",
					"&state=");
		assertThat(this.browser.open("/").has("#sign-in")).isTrue();
	}

	@Test
	void saysSoOnceAfterTheReturn() {
		String there = this.browser.submit(this.browser.open("/"), "form.out", Map.of())
			.document()
			.expectFirst("#leave")
			.attr("href");
		String state = there.replaceFirst(".*&state=", "");
		assertThat(this.browser.open("/?state=other").has("#signed-out")).isFalse();
		assertThat(this.browser.open("/?state=" + state).text("#signed-out")).isEqualTo("You are signed out.");
		assertThat(this.browser.open("/?state=" + state).has("#signed-out")).isFalse();
	}

	@Test
	void signsOutHereWhenTheServerIsDown() {
		Page home = this.browser.open("/");
		World.PROVIDER.stop();
		World.CLOCK.forward(Duration.ofSeconds(2));
		Page after = this.browser.follow(this.browser.submit(home, "form.out", Map.of()));
		assertThat(after.text("#signed-out")).startsWith("You are signed out. The sign-in server does not answer");
		assertThat(after.has("#sign-out")).isFalse();
		assertThat(after.text("#sign-in-problem")).contains("does not answer");
	}

	@Test
	void refusesToSignOutWithoutTheFormsToken() {
		Page refused = this.browser.post("/logout", Map.of());
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.heading()).isEqualTo("This form is out of date");
		assertThat(this.browser.open("/").has("#sign-out")).isTrue();
	}

	@Test
	void explainsAFormOfAnEndedSession() {
		Page notes = this.browser.open("/notes");
		Page refused = new Browser(World.APP).submit(notes, "main form", Map.of("title", "Late"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.heading()).isEqualTo("Your session has ended, sign in again");
		assertThat(refused.document().expectFirst("#way-out").attr("href")).endsWith("?return=/notes");
	}

}
