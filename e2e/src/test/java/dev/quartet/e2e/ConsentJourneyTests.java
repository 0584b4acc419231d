package dev.quartet.e2e;

import dev.quartet.e2e.Program.Answer;
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
			visitor.types("#username", other.name()).types("#password", other.password()).clicks("#sign-in");
			assertThat(visitor.reads("#person")).contains("Visitor");
			visitor.allows().goes(Visitor.app("/profile"));
			assertThat(visitor.reads("#claim-sub")).isEqualTo(other.name());
		}
	}

	@Test
	void givesAnApplicationNoMoreThanWasTicked() {
		try (Visitor visitor = Visitor.somebody(); OwnApp app = new OwnApp("Photo frame")) {
			visitor.goes(app.asksFor("openid notes:read notes:write")).signsIn();
			assertThat(visitor.page().locator("#scope-notes\\:write").isChecked()).as("ticked for her").isFalse();
			visitor.allows();
			Answer tokens = app.tokensFor(visitor);
			assertThat(OwnApp.readsNotes(tokens).status()).isEqualTo(200);
			assertThat(OwnApp.writesANote(tokens).status()).isEqualTo(403);
			visitor.goes(app.asksFor("openid notes:read notes:write")).ticks("notes:write").allows();
			Answer more = app.tokensFor(visitor);
			assertThat(OwnApp.writesANote(more).status()).isEqualTo(201);
		}
	}

	@Test
	void asksAgainAfterAYesForOnce() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn().clicks("#duration-once").allows();
			visitor.page().waitForURL((url) -> url.startsWith(Visitor.app("/")));
			visitor.goes(Visitor.app("/oauth2/authorization/quartet"));
			assertThat(visitor.finds("#allow")).isTrue();
		}
	}

	@Test
	void forgetsAYesForTheSessionWithTheSession() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.asksToSignIn().signsIn().clicks("#duration-session").allows();
			visitor.goes(Visitor.app("/oauth2/authorization/quartet"));
			assertThat(visitor.finds("#allow")).as("asked again in the same session").isFalse();
			visitor.goes(Visitor.app("/")).signsOut();
			visitor.asksToSignIn().signsIn();
			assertThat(visitor.finds("#allow")).as("asked again in the next").isTrue();
			visitor.clicks("#duration-month").allows();
			visitor.goes(Visitor.app("/")).signsOut();
			visitor.asksToSignIn().signsIn();
			assertThat(visitor.page().url()).as("remembered").startsWith(Visitor.app("/"));
		}
	}

}
