package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import dev.quartet.auth.audit.AuditEvent;

/** Tells what happened to a grant. */
record GrantEvent(String type, String userId, String clientId, UUID grantId, String what) implements AuditEvent {

	static GrantEvent made(Grant grant) {
		return of("grant_made", grant, "");
	}

	static GrantEvent ended(Grant grant, EndedBy by) {
		return of("grant_revoked", grant, " by " + by);
	}

	static GrantEvent changed(Grant grant, boolean merged) {
		return of(merged ? "grant_merged" : "grant_replaced", grant, " to " + String.join(" ", grant.scopes()));
	}

	static GrantEvent narrowed(Grant grant, Set<String> scopesTakenAway, EndedBy by) {
		return of("grant_narrowed", grant, " without " + String.join(" ", scopesTakenAway) + " by " + by);
	}

	static GrantEvent limited(Grant grant, Instant until) {
		return of("grant_limited", grant, " until " + until);
	}

	static GrantEvent codeReplayed(Grant grant) {
		return of("authorization_code_replayed", grant, "");
	}

	static GrantEvent refreshTokenReused(Grant grant) {
		return of("refresh_token_reused", grant, "");
	}

	@Override
	public String detail() {
		return "grant " + this.grantId + this.what;
	}

	private static GrantEvent of(String type, Grant grant, String what) {
		return new GrantEvent(type, grant.userId(), grant.clientId(), grant.getId(), what);
	}

}
