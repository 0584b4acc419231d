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

	/** Adds a hint of which a part stands out. */
	public ErrorPage hint(Hint hint) {
		return new ErrorPage(this.status, this.reason, Stream.concat(this.hints.stream(), Stream.of(hint)).toList());
	}

	/**
	 * Tells the developer one thing.
	 *
	 * @param before what stands before the part that matters
	 * @param marked the part that matters; empty if it is all alike
	 */
	public record Hint(String name, String before, String marked, String after) {

		public Hint(String name, String value) {
			this(name, value, "", "");
		}

		/** Marks where the value differs from another one. */
		public static Hint different(String name, String value, String other) {
			int shorter = Math.min(value.length(), other.length());
			int same = 0;
			while (same < shorter && value.charAt(same) == other.charAt(same)) {
				same++;
			}
			int end = 0;
			while (end < shorter - same
					&& value.charAt(value.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
				end++;
			}
			return new Hint(name, value.substring(0, same), value.substring(same, value.length() - end),
					value.substring(value.length() - end));
		}

		public String value() {
			return this.before + this.marked + this.after;
		}

		Hint called(String name) {
			return new Hint(name, this.before, this.marked, this.after);
		}

	}

}
