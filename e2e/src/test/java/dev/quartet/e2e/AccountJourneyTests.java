package dev.quartet.e2e;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks after the person's own account: her browsers, her password and what happened. */
class AccountJourneyTests {

	private static final String SESSIONS = Visitor.auth("/account/sessions");

	private static final String PASSWORD = "quiet lantern over seven harbours";

	@Test
	void signsAnotherBrowserOut() {
		try (Visitor visitor = Visitor.somebody(); Visitor elsewhere = sameAs(visitor)) {
			visitor.goes(Visitor.auth("/login")).signsIn();
			elsewhere.arrives();
			visitor.goes(SESSIONS);
			assertThat(visitor.counts(".cards > li")).isEqualTo(2);
			visitor.clicks("[id^=end-]:not(#end-others)");
			assertThat(visitor.counts(".cards > li")).isEqualTo(1);
			assertThat(visitor.reads(".cards > li")).contains("This browser");
			assertThat(elsewhere.goes(SESSIONS).finds("#password")).as("has to sign in again").isTrue();
			assertThat(visitor.goes(SESSIONS).finds("#sign-out")).isTrue();
		}
	}

	@Test
	void endsTheOtherBrowsersWithANewPassword() {
		try (Visitor visitor = Visitor.somebody(); Visitor elsewhere = sameAs(visitor)) {
			elsewhere.goes(Visitor.auth("/login")).signsIn();
			visitor.goes(Visitor.auth("/account/password")).signsIn();
			changes(visitor, visitor.password(), "short");
			assertThat(visitor.reads("#password-problems")).contains("at least 15 characters");
			changes(visitor, visitor.password(), PASSWORD);
			assertThat(visitor.reads("#changed")).contains("signed out everywhere else");
			assertThat(elsewhere.goes(SESSIONS).finds("#password")).isTrue();
			assertThat(elsewhere.signsIn().sees()).contains("do not match");
			assertThat(elsewhere.signsIn(PASSWORD).finds(".cards")).isTrue();
		}
	}

	@Test
	void showsWhatHappenedWithTheAccount() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.auth("/account/apps")).clicks("#change-0").clicks("#ask-revoke");
			visitor.clicks("#revoke").goes(Visitor.auth("/account/activity"));
			assertThat(visitor.sees()).contains("You signed in", "You allowed an application",
					"You took back what you had allowed", "Quartet Notes");
		}
	}

	@Test
	void keepsWhatSheWritesInHerProfile() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.goes(Visitor.auth("/account")).signsIn();
			visitor.types("[name='nickname']", "Vee").clicks("#save");
			assertThat(visitor.finds("#saved")).isTrue();
			visitor.asksToSignIn();
			assertThat(visitor.reads("[data-scope='profile'] .values")).contains("Vee");
			assertThat(visitor.complaints()).isEmpty();
		}
	}

	private static void changes(Visitor visitor, String present, String next) {
		visitor.types("#current", present).types("#password", next).types("#password-again", next).clicks("#change");
	}

	private static Visitor sameAs(Visitor visitor) {
		return Visitor.known(visitor.name(), new Browser.NewContextOptions());
	}

}
