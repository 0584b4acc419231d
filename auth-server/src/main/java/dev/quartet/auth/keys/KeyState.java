package dev.quartet.auth.keys;

/** Says what a signing key may still do. */
enum KeyState {

	/** Announced, does not sign yet. */
	NEXT,

	/** Signs. */
	ACTIVE,

	/** Signs no more; stays published until its last token has expired. */
	RETIRED,

	/** Compromised: neither published nor believed. */
	REVOKED

}
