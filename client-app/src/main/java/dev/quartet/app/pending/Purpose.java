package dev.quartet.app.pending;

/** Says what a sign-in that comes back is good for. */
public enum Purpose {

	/** To begin a session. */
	SIGN_IN,

	/** To add an identity to the person who is signed in. */
	LINK,

	/** To see a fault refused; nobody is signed in. */
	EXPERIMENT

}
