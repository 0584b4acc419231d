package dev.quartet.app.registry;

/** Says how the client secret travels to the token endpoint (RFC 6749 §2.3.1). */
public enum ClientAuthentication {

	/** In the Authorization header. */
	CLIENT_SECRET_BASIC,

	/** In the form. */
	CLIENT_SECRET_POST,

	/** Not at all: a public client. */
	NONE

}
