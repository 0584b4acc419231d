package dev.quartet.app.relay;

import org.springframework.http.HttpStatus;

/** Names what a script has to be told, beside what the API itself answers. */
enum RelayProblem {

	/** Nobody is signed in, or her tokens are no longer any good. */
	SIGN_IN(HttpStatus.UNAUTHORIZED, "sign-in", "Sign in to go on"),

	/** She has no account at the provider whose tokens the API takes. */
	LINK_ACCOUNT(HttpStatus.FORBIDDEN, "link-account", "Link the account that the API knows"),

	/** The token of {@code GET /session} is missing or outdated. */
	CSRF(HttpStatus.FORBIDDEN, "csrf", "Send the token of GET /session in its header"),

	/** A page of another origin asked. */
	FOREIGN(HttpStatus.FORBIDDEN, "foreign", "Only pages of this origin may call"),

	NOT_RELAYED(HttpStatus.NOT_FOUND, "not-relayed", "There is nothing to call at this path"),

	METHOD(HttpStatus.METHOD_NOT_ALLOWED, "method", "This path is not called in this way"),

	UNREADABLE(HttpStatus.BAD_REQUEST, "unreadable", "The query cannot be read"),

	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "This is too much at once"),

	NOT_JSON(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-json", "Send JSON"),

	/** The API or the provider is down, or has failed itself. */
	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The API is not reachable, try again soon");

	private final HttpStatus status;

	private final String name;

	private final String title;

	RelayProblem(HttpStatus status, String name, String title) {
		this.status = status;
		this.name = name;
		this.title = title;
	}

	HttpStatus status() {
		return this.status;
	}

	String type() {
		return "urn:quartet:problem:" + this.name;
	}

	String title() {
		return this.title;
	}

}
