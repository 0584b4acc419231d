package dev.quartet.app.notes;

import java.time.Instant;
import java.util.UUID;

/** Is one of the person's notes, as the API knows it. */
record Note(UUID id, String title, String text, Instant changedAt) {
}
