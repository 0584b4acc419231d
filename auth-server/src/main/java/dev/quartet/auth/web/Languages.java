package dev.quartet.auth.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * Knows which languages the pages speak and which of them a person reads: the one she has
 * chosen, else the first that her client or her browser names.
 */
public final class Languages {

	/** In which a client says what it knows of her (OpenID Connect Core §3.1.2.1). */
	public static final String PARAMETER = "ui_locales";

	/** The languages of every page, in the order in which they are offered. */
	public static final List<Locale> SPOKEN = Stream.of("en", "de", "fr", "es", "ja", "ar")
		.map(Locale::forLanguageTag)
		.toList();

	static final String COOKIE = "QUARTET_LANGUAGE";

	static final String SECURE_COOKIE = "__Host-" + COOKIE;

	private static final String ASKED = Languages.class.getName() + ".asked";

	private static final int MOST = 10;

	private Languages() {
	}

	/**
	 * Lets the page speak as the client wishes whose request waits behind it; a page that
	 * has the wish in its own address needs no telling.
	 * @param uiLocales language tags with spaces between them, or nothing
	 */
	public static void prefer(HttpServletRequest request, String uiLocales) {
		request.setAttribute(ASKED, uiLocales);
	}

	/** The language of the page: always one that is spoken here. */
	public static Locale ofPage(HttpServletRequest request) {
		return wishes(request, asked(request)).flatMap((wish) -> spoken(wish.getLanguage()).stream())
			.findFirst()
			.orElse(Locale.ENGLISH);
	}

	/**
	 * In which languages she likes to read a name, the best one first. None of them is
	 * less to her than that of the page: a name in a third language would read oddly
	 * there.
	 * @param uiLocales language tags with spaces between them, or nothing
	 */
	public static List<Locale> of(HttpServletRequest request, String uiLocales) {
		List<Locale> languages = new ArrayList<>();
		for (Locale wish : wishes(request, uiLocales).toList()) {
			languages.add(wish);
			if (spoken(wish.getLanguage()).isPresent()) {
				break;
			}
		}
		return languages;
	}

	static Optional<Locale> spoken(String language) {
		return SPOKEN.stream().filter((known) -> known.getLanguage().equals(language)).findFirst();
	}

	private static Stream<Locale> wishes(HttpServletRequest request, String uiLocales) {
		Stream<Locale> asked = Arrays.stream(StringUtils.tokenizeToStringArray(uiLocales, " "))
			.limit(MOST)
			.map(Locale::forLanguageTag);
		return Stream.of(chosen(request).stream(), asked, accepted(request))
			.flatMap((wishes) -> wishes)
			.filter((wish) -> !wish.getLanguage().isEmpty());
	}

	private static Optional<Locale> chosen(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return Stream.ofNullable(cookies)
			.flatMap(Stream::of)
			.filter((cookie) -> cookie.getName().equals(COOKIE) || cookie.getName().equals(SECURE_COOKIE))
			.flatMap((cookie) -> spoken(cookie.getValue()).stream())
			.findFirst();
	}

	// Without the header it would be the language of the server.
	private static Stream<Locale> accepted(HttpServletRequest request) {
		return (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null)
				? Collections.list(request.getLocales()).stream().limit(MOST) : Stream.empty();
	}

	// Read from the address as it came: this is also asked when the parameters of a
	// request are what is wrong with it.
	private static String asked(HttpServletRequest request) {
		if (request.getAttribute(ASKED) instanceof String told) {
			return told;
		}
		return Stream.of(StringUtils.tokenizeToStringArray(request.getQueryString(), "&"))
			.filter((parameter) -> parameter.startsWith(PARAMETER + "="))
			.map((parameter) -> parameter.substring(PARAMETER.length() + 1).replace("%20", " ").replace('+', ' '))
			.findFirst()
			.orElse("");
	}

}
