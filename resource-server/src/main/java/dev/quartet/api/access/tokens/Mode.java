package dev.quartet.api.access.tokens;

/** Names the ways to find out whether a token is good; an issuer has exactly one. */
public enum Mode {

	/** The issuer signs tokens with keys that it publishes (RFC 9068). */
	JWT,

	/** The issuer is asked what a token stands for (RFC 7662). */
	INTROSPECTION,

	/** Whoever knows the secret may issue tokens (HS256). */
	SHARED_SECRET

}
