package dev.quartet.e2e;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does everything that matters with Tab, Space and Enter alone, and sees where she is.
 */
class KeyboardJourneyTests {

	private static final int FAR = 80;

	private static final String FOCUSED = "(selector) => document.activeElement.matches(selector)";

	private static final String RINGED = """
			() => {
				const style = getComputedStyle(document.activeElement);
				return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
			}""";

	@Test
	void signsInTicksAndAllows() {
		try (Visitor visitor = Visitor.somebody()) {
			signsIn(visitor);
			presses(visitor, "#scope-notes\\:write", "Space");
			presses(visitor, "#allow", "Enter");
			visitor.page().waitForURL((url) -> url.startsWith(Visitor.app("/")));
			assertThat(visitor.goes(Visitor.app("/notes")).finds("#read-only")).isTrue();
		}
	}

	@Test
	void denies() {
		try (Visitor visitor = Visitor.somebody()) {
			signsIn(visitor);
			presses(visitor, "#deny", "Enter");
			visitor.page().waitForURL((url) -> url.startsWith(Visitor.app("/")));
			assertThat(visitor.sees()).contains("did not allow");
		}
	}

	@Test
	void allowsNothingByEnterOnACheckBox() {
		try (Visitor visitor = Visitor.somebody()) {
			signsIn(visitor);
			presses(visitor, "#scope-notes\\:write", "Enter");
			presses(visitor, "input[name='duration']", "Enter");
			presses(visitor, "#deny", "Enter");
			visitor.page().waitForURL((url) -> url.startsWith(Visitor.app("/")));
			assertThat(visitor.sees()).contains("did not allow");
			visitor.using(visitor.newTab());
			assertThat(visitor.goes(Visitor.auth("/account/apps")).finds("#none")).isTrue();
		}
	}

	@Test
	void takesBackAPartAndThenEverything() {
		try (Visitor visitor = Visitor.somebody()) {
			visitor.arrives().goes(Visitor.auth("/account"));
			presses(visitor, ".account-menu a[href$='/account/apps']", "Enter");
			visitor.page().waitForURL("**/account/apps");
			presses(visitor, "#change-0", "Enter");
			visitor.page().waitForSelector("#narrow");
			presses(visitor, "#keep-notes\\:write", "Space");
			presses(visitor, "#narrow", "Enter");
			visitor.page().waitForSelector("#done");
			assertThat(visitor.finds("[data-scope='notes:write']")).isFalse();
			presses(visitor, "#ask-revoke", "Space");
			presses(visitor, "#revoke", "Enter");
			visitor.page().waitForSelector("#none");
		}
	}

	private static void signsIn(Visitor visitor) {
		Page page = visitor.goes(Visitor.app("/")).page();
		presses(visitor, "#sign-in", "Enter");
		// the focus comes with the first frame, not with the document
		page.waitForSelector("#username");
		page.waitForFunction("document.activeElement.id === 'username'");
		page.keyboard().type(visitor.name());
		reaches(visitor, "#password");
		page.keyboard().type(visitor.password());
		page.keyboard().press("Enter");
		page.waitForSelector("#allow");
	}

	private static void presses(Visitor visitor, String selector, String key) {
		reaches(visitor, selector);
		visitor.page().keyboard().press(key);
	}

	/** Tab by Tab, each with a ring around it. */
	private static void reaches(Visitor visitor, String selector) {
		Page page = visitor.page();
		for (int step = 0; step < FAR; step++) {
			page.keyboard().press("Tab");
			if (Boolean.TRUE.equals(page.evaluate(FOCUSED, selector))) {
				assertThat(page.evaluate(RINGED)).as("a ring around " + selector).isEqualTo(true);
				return;
			}
		}
		throw new AssertionError("no Tab leads to " + selector + " on " + page.url());
	}

}
