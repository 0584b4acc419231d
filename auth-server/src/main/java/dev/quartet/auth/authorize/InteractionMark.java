package dev.quartet.auth.authorize;

import java.time.Instant;
import java.util.Optional;

/**
 * Is what the server notes about a request that it sends through a page and expects back.
 *
 * @param askedAt when the person was first sent to sign in, if she was
 */
public record InteractionMark(Kind kind, Optional<Instant> askedAt, String value) {

	/** Whether this sign-in is one that was made for the request. */
	public boolean isAfterwards(Instant authTime) {
		return asksToSignIn() && this.askedAt.filter((asked) -> !authTime.isBefore(asked)).isPresent();
	}

	/** Whether a sign-in has been asked for. */
	public boolean asksToSignIn() {
		return this.kind == Kind.SIGN_IN_AFTER;
	}

	boolean picks(String userId) {
		return this.kind == Kind.PICKED && this.value.equals(userId);
	}

	boolean cancels() {
		return this.kind == Kind.CANCELLED;
	}

	/** Says what the value means. */
	enum Kind {

		/** Only a sign-in since then will do; no value. */
		SIGN_IN_AFTER,

		/** The value is the person who goes on with her account. */
		PICKED,

		/** The person does not want to sign in; no value. */
		CANCELLED

	}

}
