package dev.quartet.app.signin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.quartet.app.secrets.Unguessable;
import dev.quartet.app.web.AppSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Binds each pending sign-in to the browser that began it, by a cookie of its own: tabs
 * that begin at once would overwrite a common one.
 */
@Component
class LoginCookie {

	/** As long as the pending sign-in. */
	private static final Duration LIFE = Duration.ofHours(1);

	private static final int LENGTH = 43;

	/** More tabs than that no person has at once; the oldest go. */
	private static final int MOST = 20;

	private static final int SUFFIX = 8;

	private final Unguessable unguessable;

	private final boolean secure;

	private final String prefix;

	LoginCookie(Unguessable unguessable, AppSettings app) {
		this.unguessable = unguessable;
		this.secure = app.url().startsWith("https:");
		this.prefix = this.secure ? "__Host-QUARTET_LOGIN_" : "QUARTET_LOGIN_";
	}

	/** What the browser holds for a sign-in. */
	Optional<String> of(String state, HttpServletRequest request) {
		String name = name(state);
		return held(request).filter((cookie) -> cookie.getName().equals(name) && cookie.getValue().length() == LENGTH)
			.map(Cookie::getValue)
			.findFirst();
	}

	/** What the browser holds from now on for a sign-in. */
	String give(String state, HttpServletRequest request, HttpServletResponse response) {
		// Browsers send the oldest first (RFC 6265 §5.4).
		List<String> names = held(request).map(Cookie::getName).distinct().toList();
		names.stream()
			.limit(Math.max(0, names.size() - MOST + 1))
			.forEach((name) -> set(name, "", Duration.ZERO, response));
		String value = this.unguessable.draw();
		set(name(state), value, LIFE, response);
		return value;
	}

	/** Takes back what a sign-in was bound by. */
	void drop(String state, HttpServletResponse response) {
		set(name(state), "", Duration.ZERO, response);
	}

	private String name(String state) {
		return this.prefix + Unguessable.hash(state).substring(0, SUFFIX);
	}

	private Stream<Cookie> held(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? Stream.empty()
				: Arrays.stream(cookies).filter((cookie) -> cookie.getName().startsWith(this.prefix));
	}

	private void set(String name, String value, Duration life, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, value)
					.httpOnly(true)
					.secure(this.secure)
					.path("/")
					.sameSite("Lax")
					.maxAge(life)
					.build()
					.toString());
	}

}
