package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Answers what a person's consents still allow a client. It is asked in the transaction
 * in which a grant is made, with her row locked: what she takes back at the same moment
 * is either gone from the answer or ends the grant.
 */
public interface StandingConsents {

	/** What of these scopes still stands, and until when. */
	Standing of(String userId, String clientId, Set<String> scopes);

	/** Is the ceiling of a grant: no scope beyond these, and no longer than this. */
	record Standing(Set<String> scopes, @Nullable Instant until) {
	}

}
