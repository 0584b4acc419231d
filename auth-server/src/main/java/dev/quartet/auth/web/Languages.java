package dev.quartet.auth.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** Tells in which languages a person likes to read a name, the best one first. */
public final class Languages {

	/** In which a client says what it knows of her (OpenID Connect Core §3.1.2.1). */
	public static final String PARAMETER = "ui_locales";

	private static final int MOST = 10;

	private Languages() {
	}

	/**
	 * Those that the client knows of, then the one that the browser prefers.
	 * @param uiLocales language tags with spaces between them, or nothing
	 */
	public static List<Locale> of(HttpServletRequest request, String uiLocales) {
		Stream<Locale> asked = Arrays.stream(StringUtils.tokenizeToStringArray(uiLocales, " "))
			.limit(MOST)
			.map(Locale::forLanguageTag);
		// without the header it would be the language of the server
		Stream<Locale> preferred = Stream.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
			.map((header) -> request.getLocale());
		return Stream.concat(asked, preferred).filter((language) -> !language.getLanguage().isEmpty()).toList();
	}

}
