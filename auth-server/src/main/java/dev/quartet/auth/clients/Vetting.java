package dev.quartet.auth.clients;

/** Says how well those who run this server know a client. */
public enum Vetting {

	/** An operator has declared it. */
	VETTED,

	/** It registered itself with a token that an operator handed out. */
	INVITED,

	/** It registered itself, and nobody has looked at it. */
	UNVETTED

}
