package dev.quartet.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Signs people in and out, in every order that tabs and lost sessions allow. */
class SignInJourneyTests {

	@Test
	void leadsFromTheAppThroughSignInAndConsentToHerData() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn();
			assertThat(visitor.sees()).contains("Sign in", "Quartet Notes");
			visitor.signsIn();
			assertThat(visitor.sees()).contains("Quartet Notes", "localhost:", "Read your notes");
			visitor.allows();
			assertThat(visitor.page().url()).startsWith(Visitor.app("/"));
			visitor.goes(Visitor.app("/"));
			assertThat(visitor.reads("#call-answer"))
				.contains("Hello, " + visitor.name() + "! This is a protected route.");
			visitor.clicks("#go-profile");
			assertThat(visitor.reads("#claim-preferred_username")).isEqualTo(visitor.name());
			assertThat(visitor.reads("#claim-sub")).isEqualTo(visitor.name());
			visitor.clicks("#go-notes");
			visitor.types("#note-title", "Milk & <b>bread</b>").types("#note-text", "two").clicks("#note-save");
			assertThat(visitor.sees()).contains("Milk & <b>bread</b>", "two");
			visitor.signsOut();
			assertThat(visitor.reads("#signed-out")).contains("You are signed out");
			assertThat(visitor.goes(Visitor.app("/profile")).finds("#password")).isTrue();
			assertThat(visitor.complaints()).isEmpty();
		}
	}

	@Test
	void worksWithoutJavaScript() {
		try (Visitor visitor = Visitor.somebody(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
			visitor.arrives().goes(Visitor.app("/notes"));
			visitor.types("#note-title", "no script").clicks("#note-save");
			assertThat(visitor.sees()).contains("no script");
			visitor.signsOut();
			assertThat(visitor.finds("#signed-out")).isTrue();
		}
	}

	@Test
	void worksByKeyboardAlone() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn();
			Page page = visitor.page();
			// the focus comes with the first frame, not with the document
			page.waitForFunction("document.activeElement.id === 'username'");
			page.keyboard().type(visitor.name());
			page.keyboard().press("Tab");
			page.keyboard().type(visitor.password());
			page.keyboard().press("Enter");
			page.waitForSelector("#allow");
			page.locator("#allow").focus();
			page.keyboard().press("Enter");
			page.waitForURL((url) -> url.startsWith(Visitor.app("/")));
			assertThat(visitor.goes(Visitor.app("/")).finds("#sign-out")).isTrue();
		}
	}

	@Test
	void saysThatAPasswordIsWrongAndLetsHerTryAgain() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn("wrong");
			assertThat(visitor.sees()).contains("do not match");
			visitor.signsIn();
			assertThat(visitor.finds("#allow")).isTrue();
		}
	}

	@Test
	void asksOnceAndNotAgainOnTheNextVisit() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().signsOut();
			visitor.asksToSignIn().signsIn();
			assertThat(visitor.page().url()).startsWith(Visitor.app("/"));
			visitor.goes(Visitor.app("/"));
			assertThat(visitor.finds("#sign-out")).isTrue();
		}
	}

	@Test
	void letsTwoTabsSignInAtOnce() {
		try (Visitor visitor = Visitor.somebody()) {
			Page first = visitor.page();
			visitor.goes(Visitor.app("/notes"));
			Page second = visitor.newTab();
			visitor.using(second).goes(Visitor.app("/profile")).signsIn().allows();
			assertThat(second.url()).isEqualTo(Visitor.app("/profile"));
			visitor.using(first).signsIn();
			assertThat(first.url()).isEqualTo(Visitor.app("/notes"));
			assertThat(visitor.using(second).goes(Visitor.app("/profile")).finds("#claims")).isTrue();
		}
	}

	@Test
	void survivesTheLossOfTheServersSession() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().loses("QUARTET_AUTH_CSRF").signsIn();
			assertThat(visitor.finds("#password")).isTrue();
			visitor.signsIn();
			visitor.loses("QUARTET_AUTH").allows();
			assertThat(visitor.finds("#password")).as("asked to sign in again").isTrue();
			visitor.signsIn().allows();
			assertThat(visitor.page().url()).startsWith(Visitor.app("/"));
		}
	}

	@Test
	void asksHerToSignInAgainWhenTheAppForgotHer() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.app("/notes")).types("#note-title", "late");
			visitor.loses("QUARTET_APP").clicks("#note-save");
			assertThat(visitor.reads("h1")).contains("ended");
			visitor.clicks("#way-out");
			assertThat(visitor.page().url()).startsWith(Visitor.app("/"));
		}
	}

	@Test
	void showsNothingByTheBackButtonAfterSignOut() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.app("/profile")).signsOut();
			visitor.page().waitForSelector("#signed-out");
			visitor.page().goBack();
			assertThat(visitor.page().content()).doesNotContain("claim-sub");
		}
	}

	@Test
	void isSignedOutOfTheAppByTheServer() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.auth("/")).clicks("#sign-out");
			// The server tells the app behind the browser's back, within a second or two.
			visitor.goesUntil(Visitor.app("/"), "#sign-in");
		}
	}

	@Test
	void signsOutAtTheServerItself() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.auth("/")).clicks("#sign-out");
			assertThat(visitor.sees()).contains("signed out");
			visitor.goes(Visitor.auth("/connect/logout"));
			assertThat(visitor.sees()).contains("signed out");
		}
	}

}
