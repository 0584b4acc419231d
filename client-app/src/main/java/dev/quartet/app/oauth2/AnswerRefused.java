package dev.quartet.app.oauth2;

/**
 * We do not accept what a provider answered, or it does not accept what we sent.
 */
public final class AnswerRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String reason;

	/**
	 * Says why.
	 * @param reason a word for programs: an error code of RFC 6749 that the provider
	 * gave, or what we found wrong
	 * @param detail what the log needs to know
	 */
	public AnswerRefused(String reason, String detail) {
		super(reason + ": " + detail);
		this.reason = reason;
	}

	public String reason() {
		return this.reason;
	}

}
