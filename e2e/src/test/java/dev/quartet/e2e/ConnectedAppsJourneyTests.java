package dev.quartet.e2e;

import java.nio.file.Files;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.Download;
import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at the applications that act for a person, and takes back what they may do. */
class ConnectedAppsJourneyTests {

	private static final String APPS = Visitor.auth("/account/apps");

	private static final String WORKING = "li.app li:has-text('Read your notes')";

	@Test
	void saysForWhatAndWhenAnApplicationUsedWhatItMay() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(APPS);
			assertThat(visitor.reads("li.app h2")).isEqualTo("Quartet Notes");
			visitor.goes(Visitor.app("/notes"));
			Instant end = Instant.now().plus(Duration.ofSeconds(20));
			while (!visitor.goes(APPS).reads(WORKING).contains("Last used") && Instant.now().isBefore(end)) {
				visitor.page().waitForTimeout(500);
			}
			assertThat(visitor.reads(WORKING)).contains("Last used", "Notes API");
			assertThat(visitor.reads("li.app li:has-text('Create, change and delete')")).contains("Not used yet");
		}
	}

	@Test
	void takesAPermissionBackFromTheTokensThatExist() {
		try (Visitor visitor = Visitor.somebody(); OwnApp app = new OwnApp("Photo frame")) {
			Answer tokens = allowedEverything(visitor, app);
			assertThat(OwnApp.writesANote(tokens).status()).isEqualTo(201);
			visitor.goes(APPS).clicks("#change-0").clicks("label[for='keep-notes:write']").clicks("#narrow");
			assertThat(visitor.reads("#done")).contains("Taken back");
			assertThat(visitor.finds("[data-scope='notes:write']")).isFalse();
			Answer narrowed = app.refreshes(tokens);
			assertThat(narrowed.json("scope")).contains("notes:read").doesNotContain("notes:write");
			assertThat(OwnApp.readsNotes(narrowed).status()).isEqualTo(200);
			assertThat(OwnApp.writesANote(narrowed).status()).isEqualTo(403);
		}
	}

	@Test
	void leavesTheNotesAppReadOnly() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(APPS).clicks("#change-0");
			visitor.clicks("label[for='keep-notes:write']").clicks("#narrow");
			visitor.goes(Visitor.app("/oauth2/authorization/quartet?return=/notes"));
			assertThat(visitor.reads("#why")).contains("asks for more than you have allowed");
			assertThat(visitor.reads("[data-scope='notes:write']")).contains("New");
			visitor.unticks("notes:write").allows();
			assertThat(visitor.finds("#read-only")).isTrue();
		}
	}

	@Test
	void endsEverythingThatAnApplicationMay() {
		try (Visitor visitor = Visitor.somebody(); OwnApp app = new OwnApp("Photo frame")) {
			Answer tokens = allowedEverything(visitor, app);
			visitor.goes(APPS).clicks("#change-0").clicks("#ask-revoke").clicks("#revoke");
			assertThat(visitor.reads("#done")).contains("no access any more");
			assertThat(visitor.finds("#none")).isTrue();
			Answer refused = app.refreshes(tokens);
			assertThat(refused.json("error")).isEqualTo("invalid_grant");
			assertThat(refused.json("error_description")).contains("person");
		}
	}

	@Test
	void asksAnewForTheNotesAppWhenItsAccessWasTakenBack() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(APPS).clicks("#ask-revoke-all").clicks("#revoke-all");
			assertThat(visitor.finds("#none")).isTrue();
			visitor.goes(Visitor.app("/oauth2/authorization/quartet?return=/notes"));
			assertThat(visitor.finds("#allow")).as("asked again").isTrue();
			visitor.allows();
			assertThat(visitor.page().url()).startsWith(Visitor.app("/notes"));
			assertThat(visitor.finds("#note-save")).isTrue();
		}
	}

	@Test
	void shortensAndDisconnects() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(APPS).clicks("#change-0");
			visitor.clicks("#until-week").clicks("#shorten");
			assertThat(visitor.reads("#done")).contains("ends sooner");
			assertThat(visitor.sees()).doesNotContain("When you take it back");
			assertThat(visitor.counts("[id^=end-]")).isEqualTo(1);
			visitor.clicks("#end-0");
			assertThat(visitor.reads("#done")).contains("Disconnected");
			assertThat(visitor.finds("#end-0")).isFalse();
		}
	}

	@Test
	void keepsAReceiptOfEachDecision() throws IOException {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(APPS).clicks("#change-0");
			visitor.clicks("label[for='keep-email']").clicks("#narrow");
			visitor.goes(Visitor.auth("/account/receipts"));
			assertThat(visitor.page().locator("li.receipt h2").allInnerTexts()).hasSize(2);
			assertThat(visitor.reads("li.receipt h2")).contains("You took back a part");
			visitor.clicks("li.receipt:nth-child(2) a");
			assertThat(visitor.sees()).contains("You allowed", "Quartet Notes", "Read your notes");
			assertThat(visitor.reads("#verified")).contains("this server has signed it");
			Download download = visitor.page().waitForDownload(() -> visitor.clicks("#download"));
			assertThat(download.suggestedFilename()).startsWith("consent-receipt-").endsWith(".json");
			assertThat(Files.readString(download.path())).contains("\"jws\"", "\"receipt\"", "notes:write");
		}
	}

	private static Answer allowedEverything(Visitor visitor, OwnApp app) {
		visitor.goes(app.asksFor("openid notes:read notes:write")).signsIn();
		return app.tokensFor(visitor.ticks("notes:write").allows());
	}

}
