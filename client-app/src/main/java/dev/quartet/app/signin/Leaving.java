package dev.quartet.app.signin;

/**
 * Names the page that sends a browser to another site after a form: Chromium applies
 * {@code form-action} to redirects, and nobody knows all hosts of a provider.
 */
public final class Leaving {

	public static final String PAGE = "signin/leaving";

	/** The model's attribute with the address to go to. */
	public static final String ADDRESS = "leaveFor";

	private Leaving() {
	}

}
