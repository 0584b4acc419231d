package dev.quartet.auth.logout;

import dev.quartet.auth.audit.AuditEvent;

/**
 * Tells that a client could not be told of a sign-out for so long that it never will be.
 */
record LogoutGivenUp(String userId, String clientId) implements AuditEvent {

	@Override
	public String type() {
		return "backchannel_logout_given_up";
	}

}
