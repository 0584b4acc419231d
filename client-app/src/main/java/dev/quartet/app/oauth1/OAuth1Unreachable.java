package dev.quartet.app.oauth1;

/** A provider of OAuth 1.0a does not answer, or has failed itself. */
public final class OAuth1Unreachable extends RuntimeException {

	OAuth1Unreachable(String message) {
		super(message);
	}

	OAuth1Unreachable(String message, Throwable cause) {
		super(message, cause);
	}

}
