package dev.quartet.auth.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Decides in which language a person is spoken to. */
class LanguagesTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void speaksEnglishWhenNobodySaysAnything() {
		// a container answers with the language of the server then
		this.request.setPreferredLocales(List.of(Locale.GERMAN));
		this.request.removeHeader("Accept-Language");
		assertThat(Languages.ofPage(this.request)).isEqualTo(Locale.ENGLISH);
		assertThat(Languages.of(this.request, "")).isEmpty();
	}

	@Test
	void prefersHerChoiceToTheClientAndTheClientToTheBrowser() {
		accept(Locale.FRENCH);
		assertThat(Languages.ofPage(this.request)).isEqualTo(Locale.FRENCH);
		this.request.setQueryString("client_id=a&ui_locales=xx+de-AT%20ja");
		assertThat(Languages.ofPage(this.request)).isEqualTo(Locale.GERMAN);
		this.request.setCookies(new Cookie("other", "fr"), new Cookie("QUARTET_LANGUAGE", "ja"));
		assertThat(Languages.ofPage(this.request)).isEqualTo(Locale.JAPANESE);
	}

	@Test
	void believesWhatItIsToldOfTheClientRatherThanTheAddress() {
		this.request.setQueryString("ui_locales=de");
		Languages.prefer(this.request, "es");
		assertThat(Languages.ofPage(this.request).getLanguage()).isEqualTo("es");
	}

	@Test
	void speaksNothingButThePlainLanguage() {
		accept(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		assertThat(Languages.ofPage(this.request).toLanguageTag()).isEqualTo("ar");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "xx", "DE", "de-DE", "de,en", "../de", "<b>" })
	void takesNoOtherCookie(String value) {
		accept(Locale.FRENCH);
		this.request.setCookies(new Cookie("QUARTET_LANGUAGE", value), new Cookie("__Host-QUARTET_LANGUAGE", value));
		assertThat(Languages.ofPage(this.request)).isEqualTo(Locale.FRENCH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ui_locales", "ui_locales=", "ui_locales=%", "ui_locales=%zz%20+", "ui_locales=\u0000",
			"ui_locales=klingon_und_mehr", "x=ui_locales=de", "xui_locales=de", "&&&" })
	void passesOverGarbage(String query) {
		this.request.setQueryString(query);
		accept(Locale.FRENCH);
		assertThat(Languages.ofPage(this.request)).isEqualTo(Locale.FRENCH);
	}

	@ParameterizedTest
	@CsvSource({ "it de-AT fr, it de-AT", "it, it es", "'', es", "fr de, fr" })
	void readsNamesInNoLanguageThatIsLessToHerThanThatOfThePage(String asked, String languages) {
		accept(Locale.forLanguageTag("es"), Locale.JAPANESE);
		assertThat(Languages.of(this.request, asked)).extracting(Locale::toLanguageTag)
			.containsExactly(languages.split(" "));
	}

	@Test
	void readsNamesInTheLanguageOfHerChoice() {
		this.request.setCookies(new Cookie("__Host-QUARTET_LANGUAGE", "ar"));
		assertThat(Languages.of(this.request, "fr")).isEqualTo(List.of(Locale.forLanguageTag("ar")));
	}

	private void accept(Locale... languages) {
		this.request.setPreferredLocales(List.of(languages));
	}

}
