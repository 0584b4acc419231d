package dev.quartet.auth.web;

/**
 * The order in which the security filter chains are asked; each is declared by its
 * feature.
 */
public final class ChainOrder {

	/** The published keys: before the framework's own endpoint. */
	public static final int KEY_SET = 5;

	/** Signing out at the request of a client: before the framework's own endpoint. */
	public static final int LOGOUT = 10;

	/** Clients that register themselves. */
	public static final int REGISTRATION = 15;

	/** What resource servers report. */
	public static final int USES = 18;

	/** Clients that look at their grants. */
	public static final int GRANT_MANAGEMENT = 17;

	/** Applications that look after a person's connected applications. */
	public static final int ACCOUNT_API = 19;

	/** OAuth and OpenID Connect endpoints. */
	public static final int PROTOCOL = 20;

	/** What looks like one of those and is none. */
	public static final int NO_SUCH_ENDPOINT = 25;

	/** Everything else: pages for people. */
	public static final int PAGES = 90;

	private ChainOrder() {
	}

}
