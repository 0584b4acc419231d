package dev.quartet.auth.login;

import dev.quartet.auth.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** Tells that somebody signed in, out, or tried to. */
record LoginEvent(String type, @Nullable String userId, @Nullable String detail) implements AuditEvent {

	static LoginEvent signedIn(String userId, String address) {
		return new LoginEvent("signed_in", userId, address);
	}

	// The name that was typed is not kept: people type their password there.
	static LoginEvent refused() {
		return new LoginEvent("sign_in_refused", null, null);
	}

}
