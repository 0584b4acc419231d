package dev.quartet.app.notes;

import java.time.Instant;
import java.util.UUID;

/**
 * Is one of the person's notes, as the API knows it.
 *
 * @param version what a change of it must name (If-Match)
 */
record Note(UUID id, String title, String text, Instant changedAt, long version) {
}
