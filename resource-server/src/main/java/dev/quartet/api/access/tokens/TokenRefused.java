package dev.quartet.api.access.tokens;

/** Tells why a token is not accepted, in words that whoever sent it may read. */
public final class TokenRefused extends RuntimeException {

	// A refusal is an everyday answer: its stack trace would cost more than the check.
	TokenRefused(String description) {
		super(description, null, false, false);
	}

	static TokenRefused untrusted() {
		return new TokenRefused("The token is malformed or no key of the issuer has signed it");
	}

	public String description() {
		return String.valueOf(getMessage());
	}

}
