package dev.quartet.e2e;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** Is a screen, a colour scheme and a language in which pages are looked at. */
enum Look {

	LIGHT_1280("maya", ColorScheme.LIGHT, 1280, 900, 1, "en"), DARK_1280("noor", ColorScheme.DARK, 1280, 900, 1, "en"),
	LIGHT_390("lena", ColorScheme.LIGHT, 390, 844, 1, "en"), DARK_390("amir", ColorScheme.DARK, 390, 844, 1, "en"),
	ARABIC_1280("omar", ColorScheme.LIGHT, 1280, 900, 1, "ar"), ARABIC_390("ines", ColorScheme.DARK, 390, 844, 1, "ar"),
	LIGHT_320("yuki", ColorScheme.LIGHT, 320, 640, 1, "en"),
	// twice as large on a screen of 1280 × 900
	ZOOMED("rosa", ColorScheme.LIGHT, 640, 450, 2, "en");

	/** What axe would say of them it says of a narrower or wider one, too. */
	private static final Set<Look> ONLY_FOR_PICTURES = EnumSet.of(LIGHT_390, ARABIC_1280);

	private final String person;

	private final ColorScheme scheme;

	private final int width;

	private final int height;

	private final double scale;

	private final String language;

	Look(String person, ColorScheme scheme, int width, int height, double scale, String language) {
		this.person = person;
		this.scheme = scheme;
		this.width = width;
		this.height = height;
		this.scale = scale;
		this.language = language;
	}

	boolean isRightToLeft() {
		return "ar".equals(this.language);
	}

	/** Somebody who sees it like this, for the first time. */
	Visitor visitor() {
		return Visitor.known(this.person, browser());
	}

	/** The browser of somebody else, or another one of hers. */
	Browser.NewContextOptions browser() {
		return new Browser.NewContextOptions().setColorScheme(this.scheme)
			.setViewportSize(this.width, this.height)
			.setDeviceScaleFactor(this.scale)
			.setLocale(this.language)
			.setBypassCSP(true);
	}

	/** Keeps a picture of what is seen before anybody scrolls. */
	void keepFirstSight(Visitor visitor, String name) {
		visitor.page().screenshot(new Page.ScreenshotOptions().setPath(picture(name)));
	}

	/** Keeps a picture; axe finds nothing, and nothing has to be scrolled sideways. */
	void check(Visitor visitor, String name) {
		Page page = visitor.page();
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(name)));
		if (!ONLY_FOR_PICTURES.contains(this)) {
			findsNothing(page, name);
		}
		assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.as("%s %s scrolls sideways", name, this)
			.isEqualTo(true);
		assertThat(page.evaluate("document.documentElement.dir === 'rtl'")).as("%s %s right to left", name, this)
			.isEqualTo(isRightToLeft() && page.url().startsWith(Visitor.auth("/")));
	}

	private Path picture(String name) {
		return Path.of("target", "screenshots", name + "-" + this + ".png");
	}

	// Only pages with frames need more than axe's older way, which opens no page of its
	// own each time.
	private void findsNothing(Page page, String name) {
		assertThat(page.frames()).as("%s %s has frames", name, this).hasSize(1);
		AxeRunOptions options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		List<Rule> violations = new AxeBuilder(page).options(options).setLegacyMode(true).analyze().getViolations();
		assertThat(violations).as("%s %s at %s", name, this, page.url())
			.extracting((rule) -> rule.getId() + ": " + rule.getNodes())
			.isEmpty();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
