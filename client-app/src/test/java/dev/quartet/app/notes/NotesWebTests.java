package dev.quartet.app.notes;

import java.util.Map;

import dev.quartet.app.fakes.Browser;
import dev.quartet.app.fakes.Browser.Page;
import dev.quartet.app.fakes.RunningApp;
import dev.quartet.app.fakes.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Works with notes as a person does. */
@RunningApp
class NotesWebTests {

	private final Browser browser = new Browser(World.APP);

	@BeforeEach
	void reset() {
		World.reset();
	}

	@Test
	void createsEditsAndDeletesANote() {
		Page list = write("Milk", "Two bottles\r\n<b>cold</b>");
		assertThat(list.text("#notes h3")).isEqualTo("Milk");
		assertThat(list.body()).contains("Two bottles\n&lt;b&gt;cold&lt;/b&gt;");
		Page edit = this.browser.open(editLink(list));
		Page changed = this.browser
			.follow(this.browser.submit(edit, "main form", Map.of("title", "Oat milk", "text", "")));
		assertThat(changed.text("#notes h3")).isEqualTo("Oat milk");
		Page empty = this.browser.follow(this.browser.submit(changed, "details form", Map.of()));
		assertThat(empty.text("#no-notes")).isEqualTo("No notes yet.");
	}

	@Test
	void showsWhatSomebodyElseWroteMeanwhileBeforeItIsReplaced() {
		Page edit = this.browser.open(editLink(write("Milk", "two")));
		Page other = this.browser.open(edit.address().getPath());
		this.browser.submit(other, "main form", Map.of("title", "Bread", "text", "<b>one</b>"));
		Page stale = this.browser.submit(edit, "main form", Map.of("title", "Butter", "text", "three"));
		assertThat(stale.status()).isEqualTo(409);
		assertThat(stale.text("#current-title")).isEqualTo("Bread");
		assertThat(stale.text("#current-text")).isEqualTo("<b>one</b>");
		assertThat(stale.document().expectFirst("#note-title").attr("value")).isEqualTo("Butter");
		Page saved = this.browser
			.follow(this.browser.submit(stale, "main form", Map.of("title", "Butter", "text", "three")));
		assertThat(saved.text("#notes h3")).isEqualTo("Butter");
	}

	@Test
	void deletesNothingThatSomebodyElseHasChanged() {
		Page list = write("Milk", "two");
		Page other = this.browser.open(editLink(list));
		this.browser.submit(other, "main form", Map.of("title", "Bread", "text", ""));
		Page kept = this.browser.follow(this.browser.submit(list, "details form", Map.of()));
		assertThat(kept.has("#not-deleted")).isTrue();
		assertThat(kept.document().expectFirst("#note-title").attr("value")).isEqualTo("Bread");
	}

	@Test
	void saysWhatIsWrongAndKeepsWhatWasTyped() {
		Page page = this.browser.submit(this.browser.open("/notes"), "main form", Map.of("title", " ", "text", "kept"));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#note-title-problem")).isEqualTo("Give the note a title.");
		assertThat(page.text("#note-text")).isEqualTo("kept");
	}

	@Test
	void keepsWhatWasTypedWhenTheApiIsDown() {
		Page list = this.browser.open("/notes");
		World.API.stop();
		Page page = this.browser.submit(list, "main form", Map.of("title", "Milk", "text", "kept"));
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.text("#form-problems")).startsWith("The notes are not reachable");
		World.API.start();
		assertThat(this.browser.follow(this.browser.submit(page, "main form", Map.of("title", "Milk", "text", "kept")))
			.text("#notes h3")).isEqualTo("Milk");
	}

	@Test
	void saysWhenTheApiIsDown() {
		this.browser.open("/notes");
		World.API.stop();
		Page page = this.browser.open("/notes");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.heading()).isEqualTo("The notes are not reachable");
		assertThat(this.browser.open("/").text("#call-problem")).isEqualTo("The API does not answer at the moment.");
	}

	@Test
	void saysWhenTheApiFails() {
		this.browser.open("/notes");
		World.API.status = 500;
		assertThat(this.browser.open("/notes").status()).isEqualTo(503);
	}

	@Test
	void showsNotesReadOnlyWithoutThePermissionToWrite() {
		World.PROVIDER.faults.scope = "openid profile notes:read";
		Page page = this.browser.open("/notes");
		assertThat(page.has("#read-only")).isTrue();
		assertThat(page.has("#note-title")).isFalse();
		assertThat(this.browser.get(page.document().expectFirst("#ask-again").attr("href")).location())
			.contains("prompt=consent");
	}

	@Test
	void explainsThatNotesMayNotBeRead() {
		World.PROVIDER.faults.scope = "openid profile";
		Page page = this.browser.open("/notes");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("#read-only")).startsWith("You have not let this app read your notes");
	}

	@Test
	void comesBackWithMoreAfterAskingAgain() {
		World.PROVIDER.faults.scope = "openid profile notes:read";
		Page page = this.browser.open("/notes");
		World.PROVIDER.faults.scope = "openid profile notes:read notes:write";
		Page after = this.browser.open(page.document().expectFirst("#ask-again").attr("href"));
		assertThat(after.address()).hasPath("/notes");
		assertThat(after.has("#note-title")).isTrue();
	}

	@Test
	void offersToAskAgainWhenTheApiRefusesPermission() {
		this.browser.open("/notes");
		World.API.status = 403;
		Page page = this.browser.open("/notes");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.document().expectFirst("#way-out").attr("href")).contains("prompt=consent");
	}

	@Test
	void knowsNoNoteOfThatId() {
		this.browser.open("/notes");
		assertThat(this.browser.open("/notes/00000000-0000-0000-0000-999999999999").status()).isEqualTo(404);
		assertThat(this.browser.open("/notes/nonsense").status()).isEqualTo(400);
	}

	private static String editLink(Page list) {
		return list.document().expectFirst(".tools a").attr("href");
	}

	private Page write(String title, String text) {
		Page list = this.browser.open("/notes");
		return this.browser.follow(this.browser.submit(list, "main form", Map.of("title", title, "text", text)));
	}

}
