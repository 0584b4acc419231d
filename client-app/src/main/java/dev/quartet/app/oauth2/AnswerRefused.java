package dev.quartet.app.oauth2;

import java.util.regex.Pattern;

/**
 * We do not accept what a provider answered, or it does not accept what we sent.
 */
public final class AnswerRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	/** Others may have written it. */
	private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,60}");

	private final String reason;

	/**
	 * Says why.
	 * @param reason a word for programs: an error code of RFC 6749 that the provider
	 * gave, or what we found wrong; anything but a word becomes {@code error_unreadable}
	 * @param detail what the log needs to know
	 */
	public AnswerRefused(String reason, String detail) {
		super(word(reason) + ": " + JsonAnswers.printable(detail));
		this.reason = word(reason);
	}

	public String reason() {
		return this.reason;
	}

	private static String word(String reason) {
		return WORD.matcher(reason).matches() ? reason : "error_unreadable";
	}

}
