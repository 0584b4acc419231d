package dev.quartet.app.signin;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * The page a person asked for before she was sent to sign in; always one of our own.
 *
 * @param value a path without query
 */
record ReturnPath(String value) {

	static final String PARAMETER = "return";

	private static final String ATTRIBUTE = ReturnPath.class.getName();

	/**
	 * No dots, no percent signs, no double slashes: nothing a browser could read as
	 * another host, and nothing that starts a sign-in again.
	 */
	private static final Pattern OWN_PAGE = Pattern
		.compile("/(?!oauth2|login|logout|error)([A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*)?");

	private static final ReturnPath HOME = new ReturnPath("/");

	static ReturnPath of(@Nullable String asked) {
		return (asked != null && asked.length() <= 200 && OWN_PAGE.matcher(asked).matches()) ? new ReturnPath(asked)
				: HOME;
	}

	static ReturnPath of(OAuth2AuthorizationRequest login) {
		return of((String) login.getAttribute(ATTRIBUTE));
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

	static ReturnPath keptBy(HttpServletRequest request) {
		return of((String) request.getAttribute(ATTRIBUTE));
	}

	void keepFor(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this.value);
	}

	void keepIn(OAuth2AuthorizationRequest.Builder login) {
		login.attributes((attributes) -> attributes.put(ATTRIBUTE, this.value));
	}

	String afterSignIn() {
		return SignInRequests.PATH + "?" + PARAMETER + "=" + this.value;
	}

}
