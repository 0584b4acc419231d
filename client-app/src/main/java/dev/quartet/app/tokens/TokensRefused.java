package dev.quartet.app.tokens;

import org.jspecify.annotations.Nullable;

/** The person's tokens are no longer any good: only a new sign-in helps. */
public final class TokensRefused extends RuntimeException {

	public TokensRefused(String message) {
		super(message);
	}

	TokensRefused(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
