package dev.quartet.auth.device;

import java.time.Instant;

/** Refuses to look up a code because its person guessed wrong too often. */
class TooManyWrongCodes extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final Instant until;

	TooManyWrongCodes(Instant until) {
		super("Too many wrong user codes");
		this.until = until;
	}

	Instant until() {
		return this.until;
	}

}
