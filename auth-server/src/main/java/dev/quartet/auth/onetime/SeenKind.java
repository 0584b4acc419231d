package dev.quartet.auth.onetime;

/** Names what a value is remembered for. */
public enum SeenKind {

	/** The id of an access token that was revoked before its time. */
	REVOKED_TOKEN,

	/** The id of a client's assertion (RFC 7523 §3). */
	ASSERTION,

	/** The name of a browser session that was ended by a sign-out. */
	ENDED_SESSION

}
