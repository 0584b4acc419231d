package dev.quartet.auth.audit;

import org.jspecify.annotations.Nullable;

/**
 * Tells a past event in which a person, a client or the owner may later be interested.
 */
public interface AuditEvent {

	/** The event's stable name, such as {@code refresh_token_reused}. */
	String type();

	/** The id of the person concerned. */
	default @Nullable String userId() {
		return null;
	}

	/** The id of the client concerned. */
	default @Nullable String clientId() {
		return null;
	}

	/** What else its reader needs, never a secret. */
	default @Nullable String detail() {
		return null;
	}

}
