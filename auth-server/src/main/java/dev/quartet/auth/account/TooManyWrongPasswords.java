package dev.quartet.auth.account;

import java.time.Instant;

/** Refuses to try a password because too many were wrong. */
class TooManyWrongPasswords extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final Instant until;

	TooManyWrongPasswords(Instant until) {
		super("Too many wrong passwords");
		this.until = until;
	}

	Instant until() {
		return this.until;
	}

}
