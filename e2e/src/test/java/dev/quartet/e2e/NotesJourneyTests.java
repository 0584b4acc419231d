package dev.quartet.e2e;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps notes for the person who wrote them. */
class NotesJourneyTests {

	@Test
	void writesChangesAndDeletesANote() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.app("/notes"));
			assertThat(visitor.finds("#no-notes")).isTrue();
			visitor.types("#note-title", "first").clicks("#note-save");
			visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit")).first().click();
			visitor.types("#note-title", "second").clicks("#note-save");
			assertThat(visitor.sees()).contains("second").doesNotContain("first");
			visitor.clicks("details summary").clicks("details button");
			assertThat(visitor.finds("#no-notes")).isTrue();
		}
	}

	@Test
	void saysWhatIsWrongWithANote() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.app("/notes"));
			visitor.types("#note-title", "   ").types("#note-text", "kept").clicks("#note-save");
			assertThat(visitor.sees()).contains("Give the note a title");
			assertThat(visitor.page().inputValue("#note-text")).isEqualTo("kept");
		}
	}

	@Test
	void showsNobodyElsesNotes() {
		try (Visitor visitor = Visitor.somebody(); Visitor other = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.app("/notes")).types("#note-title", "mine alone").clicks("#note-save");
			other.arrives().goes(Visitor.app("/notes"));
			assertThat(other.sees()).doesNotContain("mine alone");
			assertThat(other.finds("#no-notes")).isTrue();
		}
	}

	@Test
	void keepsTokensOutOfTheBrowser() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.app("/profile"));
			assertThat(visitor.page().content()).doesNotContain("eyJ");
			assertThat(visitor.context().cookies(Visitor.app("/")))
				.filteredOn((cookie) -> cookie.name.startsWith("QUARTET_APP"))
				.hasSize(1)
				.allMatch((cookie) -> cookie.httpOnly && !cookie.value.contains("eyJ"));
			assertThat(visitor.page().evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
		}
	}

}
