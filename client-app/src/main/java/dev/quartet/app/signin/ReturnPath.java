package dev.quartet.app.signin;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The page a person asked for before she was sent to sign in; always one of our own.
 *
 * @param value a path without query
 */
public record ReturnPath(String value) {

	static final String PARAMETER = "return";

	/**
	 * No dots, no percent signs, no double slashes: nothing a browser could read as
	 * another host, and nothing that starts a sign-in again.
	 */
	private static final Pattern OWN_PAGE = Pattern
		.compile("/(?!oauth2|login|logout|error|api)([A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*)?");

	private static final ReturnPath HOME = new ReturnPath("/");

	public static ReturnPath of(@Nullable String asked) {
		return (asked != null && asked.length() <= 200 && OWN_PAGE.matcher(asked).matches()) ? new ReturnPath(asked)
				: HOME;
	}

	/** The page itself, or for a form the page that it stands on. */
	static ReturnPath to(HttpServletRequest request) {
		String path = request.getServletPath();
		if ("GET".equals(request.getMethod())) {
			return of(path);
		}
		int second = path.indexOf('/', 1);
		return of((second > 0) ? path.substring(0, second) : path);
	}

	/** Where to sign in with a provider and then go on to the page. */
	public String signInWith(String provider) {
		return SignInController.START + provider + "?" + PARAMETER + "=" + this.value;
	}

}
