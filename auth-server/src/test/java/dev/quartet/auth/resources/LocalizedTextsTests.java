package dev.quartet.auth.resources;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Says which text is read in which language, and when it has changed. */
class LocalizedTextsTests {

	private static final Resource NOTES = new Resource("https://notes.example", "Notes");

	private final LocalizedTexts texts = LocalizedTexts.of(Map.of("title#de", "Deutsch", "title#de-AT", "Österreich",
			"title#zh-Hant", "Langzeichen", "description#fr", "Français"));

	@ParameterizedTest
	@CsvSource({ "de, Deutsch", "de-AT, Österreich", "de-CH, Deutsch", "zh-Hant-TW, Langzeichen", "zh, ''", "fr, ''",
			"en, ''", "und, ''", "d, ''" })
	void takesTheSameLanguageOrAMoreGeneralOne(String language, String text) {
		assertThat(this.texts.find("title", Locale.forLanguageTag(language)).orElse("")).isEqualTo(text);
	}

	@Test
	void takesTheDefaultTextInEveryOtherLanguage() {
		Scope scope = scope(new ScopeTexts("Title", "Description", this.texts), Risk.LOW, true);
		assertThat(scope.title(Locale.ITALIAN)).isEqualTo("Title");
		assertThat(scope.description(Locale.ITALIAN)).contains("Description");
		assertThat(scope.description(Locale.CANADA_FRENCH)).contains("Français");
	}

	@Test
	void keepsItsVersionWhileNothingChanges() {
		assertThat(scope(new ScopeTexts("Title", null, this.texts), Risk.LOW, true).version()).hasSize(16)
			.isEqualTo(scope(new ScopeTexts("Title", null, this.texts), Risk.LOW, true).version());
	}

	@Test
	void changesItsVersionWithAnythingThatIsShown() {
		assertThat(new Scope[] { scope(new ScopeTexts("Title", null, this.texts), Risk.LOW, true),
				scope(new ScopeTexts("Title.", null, this.texts), Risk.LOW, true),
				scope(new ScopeTexts("Title", "Description", this.texts), Risk.LOW, true),
				scope(new ScopeTexts("Title", null, LocalizedTexts.NONE), Risk.LOW, true),
				scope(new ScopeTexts("Title", null, this.texts), Risk.HIGH, true),
				scope(new ScopeTexts("Title", null, this.texts), Risk.LOW, false) })
			.extracting(Scope::version)
			.doesNotHaveDuplicates();
	}

	private static Scope scope(ScopeTexts texts, Risk risk, boolean optional) {
		Scope scope = new Scope("notes:read", NOTES, "", null);
		scope.describe(NOTES, texts, risk, optional);
		return scope;
	}

}
