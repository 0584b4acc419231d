package dev.quartet.auth.uses;

/**
 * Tells a resource server what is wrong with its report, which then counts for nothing.
 */
public class UseReportRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final boolean forbidden;

	private UseReportRefused(boolean forbidden, String description) {
		super(description);
		this.forbidden = forbidden;
	}

	static UseReportRefused malformed(String description) {
		return new UseReportRefused(false, description);
	}

	static UseReportRefused forbidden(String description) {
		return new UseReportRefused(true, description);
	}

	/** Whether it is not the caller's to report; otherwise it is no report. */
	public boolean isForbidden() {
		return this.forbidden;
	}

	/** In words of ours only. */
	public String description() {
		return String.valueOf(getMessage());
	}

}
