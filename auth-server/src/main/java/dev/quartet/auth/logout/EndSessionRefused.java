package dev.quartet.auth.logout;

import dev.quartet.auth.web.ErrorReason;

/** Refuses a sign-out request that contradicts itself or leads to an unknown address. */
class EndSessionRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final ErrorReason reason;

	EndSessionRefused(ErrorReason reason, String message) {
		super(message);
		this.reason = reason;
	}

	ErrorReason reason() {
		return this.reason;
	}

}
