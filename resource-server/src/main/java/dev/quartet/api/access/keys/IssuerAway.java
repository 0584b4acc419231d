package dev.quartet.api.access.keys;

/** Tells that an issuer cannot be asked, so nobody can say whether a token is good. */
public final class IssuerAway extends RuntimeException {

	// Every call may meet it while the issuer is away: a stack trace would tell nothing.
	public IssuerAway(String message) {
		super(message, null, false, false);
	}

}
