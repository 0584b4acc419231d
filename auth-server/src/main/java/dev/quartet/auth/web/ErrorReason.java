package dev.quartet.auth.web;

import java.util.Locale;

/**
 * Names what went wrong in words that people understand: <code>messages.properties</code>
 * has a title and an explanation for each.
 */
public enum ErrorReason {

	BAD_REQUEST(400), NOT_SIGNED_IN(401), ACCESS_DENIED(403), NOT_FOUND(404), METHOD_NOT_ALLOWED(405), TOO_LARGE(413),
	UNSUPPORTED_MEDIA_TYPE(415), TOO_MANY_REQUESTS(429), SERVER_ERROR(500), UNAVAILABLE(503),

	CLIENT_UNKNOWN(400), REDIRECT_URI_NOT_REGISTERED(400), RESPONSE_TYPE_MISSING(400), RESPONSE_TYPE_UNSUPPORTED(400),
	PKCE_MISSING(400), PKCE_INVALID(400), SCOPE_UNKNOWN(400), REQUEST_INVALID(400), SIGN_IN_EXPIRED(400),
	SESSION_ENDED(403);

	private final int status;

	ErrorReason(int status) {
		this.status = status;
	}

	int status() {
		return this.status;
	}

	String titleKey() {
		return key("title");
	}

	String explanationKey() {
		return key("explanation");
	}

	static ErrorReason of(int status) {
		return switch (status) {
			case 401 -> NOT_SIGNED_IN;
			case 403 -> ACCESS_DENIED;
			case 404, 410 -> NOT_FOUND;
			case 405 -> METHOD_NOT_ALLOWED;
			case 413, 414, 431 -> TOO_LARGE;
			case 415 -> UNSUPPORTED_MEDIA_TYPE;
			case 429 -> TOO_MANY_REQUESTS;
			case 503 -> UNAVAILABLE;
			default -> (status < 500) ? BAD_REQUEST : SERVER_ERROR;
		};
	}

	private String key(String part) {
		return "error." + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part;
	}

}
