package dev.quartet.auth.logout;

import dev.quartet.auth.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** Tells that a person signed out, and at which client's request. */
record SignedOut(String userId, @Nullable String clientId) implements AuditEvent {

	@Override
	public String type() {
		return "signed_out";
	}

}
