package dev.quartet.auth.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * Says what an error page tells: plain words for people, hints for the developer. <pre>
 * ErrorPage.of(ErrorReason.PKCE_MISSING).hint("error", "invalid_request").hint("clause", "RFC 7636 §4.4.1")
 * </pre>
 *
 * @param status the HTTP status of the answer
 * @param reason chooses the words
 * @param hints what helps the developer of the client, in this order; never a secret, and
 * no text from an exception that was not written for the client
 */
public record ErrorPage(int status, ErrorReason reason, List<Hint> hints) {

	public ErrorPage {
		hints = List.copyOf(hints);
	}

	public static ErrorPage of(ErrorReason reason) {
		return new ErrorPage(reason.status(), reason, List.of());
	}

	public static ErrorPage of(int status) {
		return new ErrorPage(status, ErrorReason.of(status), List.of());
	}

	/**
	 * Adds a hint at the end.
	 * @param name shown as the message <code>error.hint.&lt;name&gt;</code> if there is
	 * one, else as it is
	 */
	public ErrorPage hint(String name, String value) {
		return new ErrorPage(this.status, this.reason,
				Stream.concat(this.hints.stream(), Stream.of(new Hint(name, value))).toList());
	}

	/** Tells the developer one thing. */
	public record Hint(String name, String value) {
	}

}
