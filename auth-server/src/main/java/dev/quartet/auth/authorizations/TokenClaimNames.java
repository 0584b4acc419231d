package dev.quartet.auth.authorizations;

/** The claims of an access token that no framework constant names (RFC 9068 §2.2). */
public final class TokenClaimNames {

	/** The client that the token was issued to. */
	public static final String CLIENT_ID = "client_id";

	/** The scopes, separated by spaces. */
	public static final String SCOPE = "scope";

	/** The grant behind a person's tokens; a machine's have none. */
	public static final String GRANT_ID = "grant_id";

	private TokenClaimNames() {
	}

}
