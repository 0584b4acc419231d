package dev.quartet.api.notes;

import java.time.Instant;
import java.util.UUID;

/** Shows a note to its owner. */
record NoteView(UUID id, String title, String text, Instant createdAt, Instant changedAt) {
}
