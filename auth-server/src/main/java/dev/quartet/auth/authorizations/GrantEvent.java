package dev.quartet.auth.authorizations;

import java.util.UUID;

import dev.quartet.auth.audit.AuditEvent;

/** Tells what happened to a grant. */
record GrantEvent(String type, String userId, String clientId, UUID grantId) implements AuditEvent {

	static GrantEvent made(Grant grant) {
		return of("grant_made", grant);
	}

	static GrantEvent revoked(Grant grant) {
		return of("grant_revoked", grant);
	}

	static GrantEvent codeReplayed(Grant grant) {
		return of("authorization_code_replayed", grant);
	}

	static GrantEvent refreshTokenReused(Grant grant) {
		return of("refresh_token_reused", grant);
	}

	@Override
	public String detail() {
		return "grant " + this.grantId;
	}

	private static GrantEvent of(String type, Grant grant) {
		return new GrantEvent(type, grant.userId(), grant.clientId(), grant.getId());
	}

}
