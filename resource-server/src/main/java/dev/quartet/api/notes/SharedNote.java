package dev.quartet.api.notes;

import java.time.Instant;

/**
 * Shows a note to somebody who was given a link to it.
 *
 * @param sharedBy the owner, by the identifier that her issuer gives her: nothing else is
 * known of her here
 * @param sharedUntil when the link ends
 */
record SharedNote(String title, String text, Instant changedAt, Sharer sharedBy, Instant sharedUntil) {

	/** Names the owner of a shared note. */
	record Sharer(String iss, String sub) {
	}

}
