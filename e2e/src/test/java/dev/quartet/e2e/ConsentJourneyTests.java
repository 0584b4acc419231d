package dev.quartet.e2e;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets people allow all, a part, or nothing. */
class ConsentJourneyTests {

	@Test
	void sharesNothingWhenDenied() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn().clicks("#deny");
			assertThat(visitor.page().url()).startsWith(Visitor.app("/"));
			assertThat(visitor.sees()).contains("did not allow");
			assertThat(visitor.goes(Visitor.app("/")).finds("#sign-out")).isFalse();
			visitor.asksToSignIn();
			assertThat(visitor.finds("#allow")).as("asked again").isTrue();
		}
	}

	@Test
	void sharesAPartAndMoreWhenAskedAgain() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn().unticks("notes:write").unticks("email").allows();
			visitor.goes(Visitor.app("/profile"));
			assertThat(visitor.reads("#claim-email")).isEqualTo("not shared");
			visitor.goes(Visitor.app("/notes"));
			assertThat(visitor.finds("#read-only")).isTrue();
			assertThat(visitor.finds("#note-save")).isFalse();
			visitor.clicks("#ask-again").allows();
			assertThat(visitor.page().url()).startsWith(Visitor.app("/notes"));
			visitor.types("#note-title", "now I may").clicks("#note-save");
			assertThat(visitor.sees()).contains("now I may");
		}
	}

	@Test
	void takesBackWhatIsUntickedLater() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives();
			visitor.goes(Visitor.app("/oauth2/authorization/quartet?prompt=consent&return=/notes"));
			visitor.unticks("notes:write").allows();
			visitor.goes(Visitor.app("/notes"));
			assertThat(visitor.finds("#read-only")).isTrue();
		}
	}

	@Test
	void letsAnotherPersonTakeOver() {
		try (Visitor visitor = Visitor.somebody(); Visitor other = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn().clicks("#switch");
			assertThat(visitor.finds("#password")).isTrue();
			visitor.types("#username", other.name()).types("#password", other.name()).clicks("#sign-in");
			assertThat(visitor.reads("#person")).contains("Visitor");
			visitor.allows().goes(Visitor.app("/profile"));
			assertThat(visitor.reads("#claim-sub")).isEqualTo(other.name());
		}
	}

	@Test
	void cannotBeAnsweredTwice() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn().clicks("#deny");
			visitor.page().goBack();
			if (visitor.finds("#allow")) {
				visitor.allows();
			}
			assertThat(visitor.sees()).contains("expired");
		}
	}

}
