package dev.quartet.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at every page, on a phone and a desktop, light and dark: axe finds nothing, and a
 * picture is kept.
 */
class AccessibilityJourneyTests {

	@ParameterizedTest
	@CsvSource({ "LIGHT, 1280, 900", "DARK, 1280, 900", "LIGHT, 390, 844", "DARK, 390, 844", "LIGHT, 320, 640" })
	void findsNoViolationOnAnyPage(ColorScheme scheme, int width, int height) {
		Browser.NewContextOptions options = new Browser.NewContextOptions().setColorScheme(scheme)
			.setViewportSize(width, height)
			.setBypassCSP(true);
		String look = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
		try (Visitor visitor = Visitor.somebody(options)) {
			serverPages(visitor, look);
			appPages(visitor, look);
		}
	}

	private static void serverPages(Visitor visitor, String look) {
		check(visitor.goes(Visitor.auth("/")), "server-home", look);
		check(visitor.goes(Visitor.auth("/login")), "login-plain", look);
		check(visitor.goes(Visitor.auth("/signed-out")), "signed-out", look);
		check(visitor.goes(Visitor.auth("/setup?token=none")), "setup-used", look);
		check(visitor.goes(Visitor.auth("/oauth2/authorize?client_id=quartet-app&response_type=code&redirect_uri=x")),
				"error", look);
		check(visitor.goes(Visitor.app("/")), "app-home", look);
		check(visitor.asksToSignIn(), "login", look);
		check(visitor.signsIn("wrong"), "login-failed", look);
		check(visitor.signsIn(), "consent", look);
	}

	private static void appPages(Visitor visitor, String look) {
		visitor.unticks("notes:write").allows();
		check(visitor.goes(Visitor.app("/notes")), "notes-read-only", look);
		visitor.clicks("#ask-again");
		check(visitor, "consent-again", look);
		visitor.allows();
		visitor.types("#note-title", "Shopping").types("#note-text", "Milk, bread, and a lemon").clicks("#note-save");
		check(visitor, "notes", look);
		check(visitor.goes(Visitor.app("/")), "app-home-signed-in", look);
		check(visitor.goes(Visitor.app("/profile")), "profile", look);
		check(visitor.goes(Visitor.app("/nope")), "app-error", look);
		check(visitor.goes(Visitor.auth("/connect/logout")), "logout-confirm", look);
		check(visitor.goes(Visitor.auth("/oauth2/authorize?" + Program.form(CodeFlow.request()))), "consent-public",
				look);
	}

	static void check(Visitor visitor, String name, String look) {
		Page page = visitor.page();
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(Path.of("target", "screenshots", name + "-" + look + ".png")));
		List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
		assertThat(violations).as("%s %s at %s", name, look, page.url())
			.extracting((rule) -> rule.getId() + ": " + rule.getNodes())
			.isEmpty();
		assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.as("%s %s scrolls sideways", name, look)
			.isEqualTo(true);
	}

}
