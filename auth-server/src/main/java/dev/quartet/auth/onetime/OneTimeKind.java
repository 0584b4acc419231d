package dev.quartet.auth.onetime;

/** Names what a one-time secret buys, so that one can never be used as another. */
public enum OneTimeKind {

	/** An authorization code (RFC 6749 §4.1.2). */
	CODE,

	/** The state between a consent page and its answer. */
	CONSENT,

	/** The link that creates the first administrator. */
	SETUP

}
