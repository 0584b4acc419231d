package dev.quartet.app.signin;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import dev.quartet.app.secrets.Unguessable;
import dev.quartet.app.web.AppSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Binds pending sign-ins to the browser that began them. */
@Component
class LoginCookie {

	private static final Duration LIFE = Duration.ofHours(2);

	private static final int LENGTH = 43;

	private final Unguessable unguessable;

	private final boolean secure;

	private final String name;

	LoginCookie(Unguessable unguessable, AppSettings app) {
		this.unguessable = unguessable;
		this.secure = app.url().startsWith("https:");
		this.name = this.secure ? "__Host-QUARTET_LOGIN" : "QUARTET_LOGIN";
	}

	/** What the browser already holds. */
	Optional<String> of(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? Optional.empty()
				: Arrays.stream(cookies)
					.filter((cookie) -> cookie.getName().equals(this.name) && cookie.getValue().length() == LENGTH)
					.map(Cookie::getValue)
					.findFirst();
	}

	/** What the browser holds from now on. */
	String give(HttpServletRequest request, HttpServletResponse response) {
		String value = of(request).orElseGet(this.unguessable::draw);
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(this.name, value)
					.httpOnly(true)
					.secure(this.secure)
					.path("/")
					.sameSite("Lax")
					.maxAge(LIFE)
					.build()
					.toString());
		return value;
	}

}
