package dev.quartet.auth.registration;

/** Says who may register a client. */
enum RegistrationMode {

	/** Nobody: clients come from the seed. */
	OFF,

	/** Whoever holds an initial access token (RFC 7591 §1.2). */
	BY_TOKEN,

	/** Anybody, within the quotas; an initial access token counts as well. */
	OPEN

}
