package dev.quartet.auth.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.util.StringUtils;

/** Offers the page that she sees in every other language. */
public final class LanguageMenu {

	/** What the layout calls it. */
	static final String NAME = "languageMenu";

	/** Ours alone: a client that sends its own parameters must not choose for her. */
	static final String PARAMETER = "quartet_language";

	private final HttpServletRequest request;

	LanguageMenu(HttpServletRequest request) {
		this.request = request;
	}

	/** Each with an address that keeps all else of this page's own. */
	public List<Entry> entries() {
		String rest = rest(this.request);
		String start = "?" + rest + (rest.isEmpty() ? "" : "&") + PARAMETER + "=";
		Locale current = Languages.ofPage(this.request);
		return Languages.SPOKEN.stream()
			.map((language) -> new Entry(language.getLanguage(), name(language), start + language.getLanguage(),
					language.equals(current)))
			.toList();
	}

	/** The query of this page as it was sent, but for the choice. */
	static String rest(HttpServletRequest request) {
		return parameters(request).filter((parameter) -> !isChoice(parameter)).collect(Collectors.joining("&"));
	}

	/** Tells which language was chosen with this request, if any. */
	static List<String> choices(HttpServletRequest request) {
		return parameters(request).filter(LanguageMenu::isChoice)
			.map((parameter) -> parameter.substring(PARAMETER.length() + 1))
			.toList();
	}

	private static Stream<String> parameters(HttpServletRequest request) {
		return Stream.of(StringUtils.tokenizeToStringArray(request.getQueryString(), "&"));
	}

	private static boolean isChoice(String parameter) {
		return parameter.startsWith(PARAMETER + "=");
	}

	private static String name(Locale language) {
		return StringUtils.capitalize(language.getDisplayLanguage(language));
	}

	/** Is one language, in its own words. */
	public record Entry(String language, String name, String address, boolean current) {
	}

}
