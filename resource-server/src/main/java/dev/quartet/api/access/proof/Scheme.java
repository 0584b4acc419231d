package dev.quartet.api.access.proof;

/** Names the ways in which the Authorization header presents a token. */
public enum Scheme {

	/** Whoever has the token may use it, unless it is bound to a certificate. */
	BEARER,

	/** A proof comes with the token. */
	DPOP

}
