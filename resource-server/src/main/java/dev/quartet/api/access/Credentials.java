package dev.quartet.api.access;

import java.util.Enumeration;
import java.util.Locale;

import dev.quartet.api.access.proof.Scheme;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Is the token of a request, as the Authorization header presents it: the only place
 * where one is accepted.
 *
 * @param scheme how it is presented
 * @param token as it was sent
 */
record Credentials(Scheme scheme, String token) {

	private static final String FORM = "application/x-www-form-urlencoded";

	/** Is null when there is no token; refuses two, whatever they are. */
	static @Nullable Credentials of(HttpServletRequest request) {
		Enumeration<String> headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
		if (!headers.hasMoreElements()) {
			// A token in the query or form alone counts for nothing (RFC 9700 §4.3.2).
			return null;
		}
		String header = headers.nextElement();
		// One method, once (RFC 6750 §2).
		if (headers.hasMoreElements() || hasParameter(request)) {
			throw new RequestRefused(Refusal.invalidRequest("The request carries more than one token"));
		}
		for (Scheme scheme : Scheme.values()) {
			if (isOf(scheme, header)) {
				return new Credentials(scheme, token(scheme, header));
			}
		}
		return null;
	}

	// Looking costs: a query or form has to be there first.
	private static boolean hasParameter(HttpServletRequest request) {
		String type = request.getContentType();
		boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
		return (form || request.getQueryString() != null) && request.getParameter("access_token") != null;
	}

	// Names of schemes have no case (RFC 9110 §11.1).
	private static boolean isOf(Scheme scheme, String header) {
		String name = scheme.name();
		return header.regionMatches(true, 0, name, 0, name.length())
				&& (header.length() == name.length() || header.charAt(name.length()) <= ' ');
	}

	private static String token(Scheme scheme, String header) {
		int start = scheme.name().length();
		while (start < header.length() && header.charAt(start) == ' ') {
			start++;
		}
		String token = header.substring(start);
		if (start == scheme.name().length() || token.isEmpty()) {
			throw new RequestRefused(Refusal.invalidToken(scheme, "The token is malformed"));
		}
		return token;
	}

	/** The token is the secret here. */
	@Override
	public String toString() {
		return "Credentials[" + scheme + "]";
	}

}
