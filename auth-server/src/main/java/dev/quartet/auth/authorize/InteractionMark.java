package dev.quartet.auth.authorize;

import java.time.Instant;
import java.util.Optional;

/**
 * Is what the server notes about a request that it sends through a page and expects back.
 */
public record InteractionMark(Kind kind, String value) {

	/** Whether this sign-in is one that was made for the request. */
	public boolean isAfterwards(Instant authTime) {
		return askedAt().filter((asked) -> !authTime.isBefore(asked)).isPresent();
	}

	/** Whether a sign-in has been asked for. */
	public boolean asksToSignIn() {
		return this.kind == Kind.SIGN_IN_AFTER;
	}

	/** When the person was sent to sign in. */
	Optional<Instant> askedAt() {
		return asksToSignIn() ? Optional.of(Instant.ofEpochMilli(Long.parseLong(this.value))) : Optional.empty();
	}

	boolean picks(String userId) {
		return this.kind == Kind.PICKED && this.value.equals(userId);
	}

	boolean cancels() {
		return this.kind == Kind.CANCELLED;
	}

	/** Says what the value means. */
	enum Kind {

		/** Milliseconds since 1970: only a later sign-in will do. */
		SIGN_IN_AFTER,

		/** The person who goes on with her account. */
		PICKED,

		/** The person does not want to sign in; no value. */
		CANCELLED

	}

}
