package dev.quartet.e2e;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays the tricks and accidents that a consent page has to stand, in the browser: what
 * was shown is what is granted, to the one who saw it, once.
 */
class ConsentSafetyJourneyTests {

	@Test
	void showsNothingInAFrameOfAnotherSite() {
		try (Visitor visitor = Visitor.somebody(); OtherSite trap = new OtherSite()) {
			String consent = visitor.asksToSignIn().signsIn().page().url();
			trap.serves("/", "<iframe src=\"%s\"></iframe><iframe src=\"%s\"></iframe><iframe src=\"%s\"></iframe>"
				.formatted(consent, Visitor.auth("/account/apps"), Visitor.auth("/login")));
			// The same host, so that the browser sends her cookies into the frames.
			Page page = visitor.using(visitor.newTab()).goes(trap.at("localhost", "/")).page();
			assertThat(page.frames()).hasSize(4);
			assertThat(page.frames().subList(1, 4)).extracting(Frame::url)
				.allMatch((url) -> url.startsWith("chrome-error:"));
			assertThat(visitor.goes(consent).finds("#allow")).as("outside of a frame").isTrue();
		}
	}

	@Test
	void takesADoubleClickForOneAnswer() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn().page().locator("#allow").dblclick();
			visitor.page().waitForURL((url) -> url.startsWith(Visitor.app("/")));
			assertThat(visitor.goes(Visitor.app("/")).finds("#sign-out")).as("signed in at the app").isTrue();
			assertThat(visitor.goes(Visitor.auth("/account/apps")).counts("li.app")).isEqualTo(1);
			assertThat(visitor.goes(Visitor.auth("/account/receipts")).counts("li.receipt")).isEqualTo(1);
		}
	}

	@Test
	void asksAgainWhenTheApplicationChangedWhileTheTabWasOpen() {
		try (Visitor visitor = Visitor.somebody(); OwnApp app = new OwnApp("Photo frame")) {
			visitor.goes(app.asksFor("openid notes:read")).signsIn();
			assertThat(visitor.reads("#calls-itself")).contains("Photo frame");
			assertThat(app.renamesItself("Your bank").status()).isEqualTo(200);
			visitor.allows();
			assertThat(visitor.reads("#note")).contains("changed while you were reading", "Nothing was allowed");
			assertThat(visitor.reads("#calls-itself")).contains("Your bank");
			visitor.allows();
			assertThat(app.tokensFor(visitor).status()).isEqualTo(200);
		}
	}

	@Test
	void takesNoAnswerToThePageOfSomebodyElse() {
		try (Visitor first = Visitor.somebody(); Visitor second = Visitor.somebody()) {
			Page hers = first.asksToSignIn().signsIn().page();
			first.using(first.newTab()).goes(Visitor.auth("/")).clicks("#sign-out");
			first.goes(Visitor.auth("/login")).types("#username", second.name()).types("#password", second.password());
			first.clicks("#sign-in").using(hers).allows();
			assertThat(first.sees()).contains("This sign-in has expired");
			assertThat(first.goes(Visitor.app("/")).finds("#sign-out")).isFalse();
			first.goes(Visitor.auth("/account/apps"));
			assertThat(first.finds("#none")).as("nothing was allowed in the other one's name").isTrue();
		}
	}

	@Test
	void refusesAPermissionThatWasAddedToTheForm() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn();
			add(visitor, "scope", "calendar:read");
			visitor.allows();
			assertThat(visitor.page().url()).startsWith(Visitor.app("/"));
			assertThat(visitor.goes(Visitor.app("/")).finds("#sign-out")).isFalse();
			assertThat(visitor.goes(Visitor.auth("/account/apps")).finds("#none")).isTrue();
		}
	}

	@Test
	void letsNobodyStretchTheTimeThatWasOffered() {
		try (Visitor visitor = Visitor.somebody(); OwnApp app = new OwnApp("Photo frame")) {
			visitor.goes(app.asksFor("openid offline_access notes:write")).signsIn();
			assertThat(visitor.counts("input[name=duration]")).isEqualTo(2);
			visitor.page().evaluate("document.querySelectorAll('[name=duration]').forEach((one) => one.remove())");
			add(visitor, "duration", "revoked");
			visitor.allows();
			Answer tokens = app.tokensFor(visitor);
			assertThat(tokens.json("scope")).doesNotContain("offline_access");
			visitor.goes(Visitor.auth("/account/apps/one?client_id=" + app.clientId()));
			assertThat(visitor.sees()).doesNotContain("When you take it back");
		}
	}

	@Test
	void grantsNothingByTheBackButtonAfterNo() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn().clicks("#deny");
			assertThat(visitor.sees()).contains("did not allow");
			visitor.page().waitForLoadState();
			visitor.page().goBack();
			if (visitor.finds("#allow")) {
				visitor.allows();
			}
			assertThat(visitor.sees()).contains("This sign-in has expired", "Nothing was allowed");
			assertThat(visitor.goes(Visitor.app("/")).finds("#sign-out")).isFalse();
			assertThat(visitor.goes(Visitor.auth("/account/apps")).finds("#none")).isTrue();
		}
	}

	/** As somebody does who has the developer tools open. */
	private static void add(Visitor visitor, String name, String value) {
		visitor.page()
			.evaluate("""
					([name, value]) => document.querySelector('#allow-form')
						.insertAdjacentHTML('beforeend', `<input type=hidden name=${name} value=${value}>`)""",
					new String[] { name, value });
	}

}
