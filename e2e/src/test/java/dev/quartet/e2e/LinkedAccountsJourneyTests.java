package dev.quartet.e2e;

import java.util.List;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets one person sign in with the accounts that she has at several providers. */
@ResourceLock("SecondApp")
class LinkedAccountsJourneyTests {

	private static final List<String> ALL = List.of("quartet", "other", "older");

	@BeforeEach
	void skipWithoutNode() {
		NodePackages.required();
	}

	@Test
	void linksAllThreeKindsToOnePersonWhomEachThenSignsIn() {
		Browser.NewContextOptions options = new Browser.NewContextOptions();
		try (Visitor visitor = Visitor.known("alice", options)) {
			SecondApp.signsIn(visitor, "quartet");
			links(visitor, "other");
			links(visitor, "older");
			assertThat(visitor.counts("#linked > li")).isEqualTo(3);
			visitor.clicks("#sign-out");
		}
		for (String provider : ALL) {
			try (Visitor visitor = Visitor.known("alice", options)) {
				SecondApp.signsIn(visitor, provider);
				visitor.goes(SecondApp.at("/links"));
				assertThat(ALL).allMatch((linked) -> visitor.finds("#linked-" + linked));
				visitor.goes(SecondApp.at("/"));
				assertThat(visitor.reads("#call-answer")).as("the API after " + provider).contains("Hello, alice!");
			}
		}
	}

	@Test
	void unlinksAnAccountWhichIsThenSomebodyElse() {
		try (Visitor visitor = Visitor.somebody()) {
			SecondApp.signsIn(visitor, "other");
			visitor.goes(SecondApp.at("/links"));
			assertThat(visitor.finds("#unlink-other")).as("her only way in").isFalse();
			assertThat(relayed(visitor)).contains("urn:quartet:problem:link-account");
			links(visitor, "quartet");
			assertThat(relayed(visitor)).contains("Hello, " + visitor.name() + "!");
			visitor.clicks("#linked-other summary").clicks("#unlink-other");
			assertThat(visitor.reads("#changed")).contains("unlinked");
			assertThat(visitor.finds("#linked-other")).isFalse();
			SecondApp.chooses(visitor, "other").page().waitForSelector("#sign-out");
			visitor.goes(SecondApp.at("/links"));
			assertThat(visitor.finds("#linked-other")).isTrue();
			assertThat(visitor.finds("#linked-quartet")).isFalse();
		}
	}

	@Test
	void leavesAnAccountToWhoeverProvedItFirst() {
		try (Visitor owner = Visitor.somebody(); Visitor late = Visitor.somebody()) {
			SecondApp.signsIn(owner, "other");
			SecondApp.signsIn(late, "quartet");
			late.goes(SecondApp.at("/links")).clicks("#link-other");
			late.types("#username", owner.name()).clicks("#allow");
			assertThat(late.reads("#problem")).contains("belongs to somebody else");
			late.goes(SecondApp.at("/links"));
			assertThat(late.finds("#linked-other")).isFalse();
		}
	}

	/** What a script of the app is told by the API. */
	private static String relayed(Visitor visitor) {
		return visitor.context().request().get(SecondApp.at("/api/protected")).text();
	}

	private static void links(Visitor visitor, String provider) {
		visitor.goes(SecondApp.at("/links")).clicks("#link-" + provider);
		SecondApp.proves(visitor, provider);
		visitor.page().waitForSelector("#linked-" + provider);
	}

}
