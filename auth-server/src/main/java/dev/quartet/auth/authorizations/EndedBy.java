package dev.quartet.auth.authorizations;

/** Says who or what ended a grant. */
public enum EndedBy {

	/** She took it back, from this client or from all. */
	PERSON,

	/** It gave back what it had, or is no longer registered. */
	CLIENT,

	/** Her session ended, and this was not for when she is away. */
	SIGN_OUT,

	/** A code or a refresh token came twice: somebody else has it. */
	REPLAY,

	/** Whoever runs this server. */
	OPERATOR,

	/** Nobody used it for too long. */
	DISUSE,

	/** Its time was over. */
	EXPIRED

}
