package dev.quartet.api.notes;

import java.time.Instant;
import java.util.UUID;

import org.springframework.http.ETag;

/**
 * Shows a note to its owner.
 *
 * @param version counts the changes; in quotes it is the note's entity tag
 */
record NoteView(UUID id, String title, String text, Instant createdAt, Instant changedAt, long version) {

	String tag() {
		return ETag.quoteETagIfNecessary(Long.toString(version));
	}

}
