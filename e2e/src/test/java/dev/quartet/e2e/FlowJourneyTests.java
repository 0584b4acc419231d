package dev.quartet.e2e;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Shows a person what her sign-in was made of, and lets her try to break it. */
class FlowJourneyTests {

	@Test
	void showsAndExplainsASignIn() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().clicks("#go-flow").clicks(".recordings a");
			assertThat(visitor.counts("svg.sequence a")).isGreaterThanOrEqualTo(4)
				.isEqualTo(visitor.counts("article.message"));
			visitor.page().locator("svg.sequence a[aria-label*='Code for tokens']").click();
			assertThat(visitor.page().url()).containsPattern("#m\\d+$");
			assertThat(visitor.reads("article.message:target")).contains("Code for tokens", "RFC 6749 §4.1.3",
					"code_verifier", "RFC 7636 §4.5");
			assertThat(visitor.page().content()).doesNotContain("eyJ");
			assertThat(visitor.complaints()).isEmpty();
		}
	}

	@Test
	void refusesWhatIsDoneWrong() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.app("/notes")).types("#note-title", "still mine").clicks("#note-save");
			assertRefused(visitor, "code-twice", "Refused by the provider.", "400", "invalid_grant");
			assertThat(visitor.reads("#verdict-notes")).contains("it died with the second try");
			assertRefused(visitor, "wrong-verifier", "Refused by the provider.", "400", "invalid_grant");
			assertRefused(visitor, "other-redirect-uri", "Refused by the provider.", "400", "invalid_grant");
			assertRefused(visitor, "id-token-at-api", "Refused by the API.", "401", "invalid_token");
			assertThat(visitor.reads("#verdict-notes")).contains("The right one had been accepted just before");
			assertRefused(visitor, "changed-signature", "Refused by the API.", "401", "invalid_token");
			assertUntouched(visitor);
		}
	}

	@Test
	void letsAnAppAskAgainForAMomentButNotAThief() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.app("/notes")).types("#note-title", "still mine").clicks("#note-save");
			assertRefused(visitor, "refresh-twice", "Refused by the provider.", "400", "invalid_grant");
			assertThat(visitor.reads("#verdict-notes")).contains("the same successor", "all of them died");
			assertUntouched(visitor);
		}
	}

	private static void assertRefused(Visitor visitor, String fault, String who, String status, String error) {
		visitor.goes(Visitor.app("/flow")).clicks("#break-quartet-" + fault);
		visitor.page().waitForSelector("#verdict");
		assertThat(visitor.reads("#verdict")).as(fault).isEqualTo(who);
		assertThat(visitor.reads("#verdict-status")).as(fault).isEqualTo(status);
		assertThat(visitor.reads("#verdict-error")).as(fault).isEqualTo(error);
		assertThat(visitor.page().content()).as(fault).doesNotContain("eyJ");
	}

	/** She is signed in as before, and her tokens still open the API. */
	private static void assertUntouched(Visitor visitor) {
		visitor.goes(Visitor.app("/notes"));
		assertThat(visitor.finds("#sign-out")).isTrue();
		assertThat(visitor.sees()).contains("still mine");
		visitor.types("#note-title", "and another").clicks("#note-save");
		assertThat(visitor.sees()).contains("and another");
		assertThat(visitor.complaints()).isEmpty();
	}

}
