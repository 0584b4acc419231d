package dev.quartet.auth.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** Remembers the language that a person chooses, and shows her the same page again. */
@Component
@Order(LanguageChoice.ORDER)
class LanguageChoice extends OncePerRequestFilter {

	/**
	 * After Spring has told the thread of the request, because it takes every language
	 * that a browser names; before the security filters.
	 */
	static final int ORDER = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1;

	private static final Duration A_YEAR = Duration.ofDays(365);

	private final LocaleResolver language;

	private final boolean secure;

	LanguageChoice(LocaleResolver language, ServerProperties server) {
		this.language = language;
		this.secure = Boolean.TRUE.equals(server.getServlet().getSession().getCookie().getSecure());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		// security filters speak the same language as what comes after them
		request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, this.language);
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		LocaleContextHolder.setLocaleContext(() -> this.language.resolveLocale(request));
		try {
			answer(request, response, chain);
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!List.of("GET", "HEAD").contains(request.getMethod())) {
			// what was answered to a form cannot be seen again
			chain.doFilter(request, response);
			return;
		}
		List<String> choices = LanguageMenu.choices(request);
		if (choices.isEmpty() || !isLocal(request.getRequestURI())) {
			request.setAttribute(LanguageMenu.NAME, new LanguageMenu(request));
			chain.doFilter(request, response);
			return;
		}
		choices.stream().flatMap((choice) -> Languages.spoken(choice).stream()).findFirst().ifPresent((chosen) -> {
			response.addHeader(HttpHeaders.SET_COOKIE, cookie(chosen.getLanguage()).toString());
		});
		showAgain(request, response);
	}

	// Two slashes or a backslash would lead to another host.
	private static boolean isLocal(String path) {
		return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0;
	}

	private ResponseCookie cookie(String language) {
		return ResponseCookie.from(this.secure ? Languages.SECURE_COOKIE : Languages.COOKIE, language)
			.path("/")
			.httpOnly(true)
			.sameSite("Lax")
			.secure(this.secure)
			.maxAge(A_YEAR)
			.build();
	}

	private static void showAgain(HttpServletRequest request, HttpServletResponse response) {
		String rest = LanguageMenu.rest(request);
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + (rest.isEmpty() ? "" : "?" + rest));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		SecurityHeaders.write(request, response);
	}

}
