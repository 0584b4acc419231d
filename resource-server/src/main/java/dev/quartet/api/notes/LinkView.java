package dev.quartet.api.notes;

import java.time.Instant;
import java.util.UUID;

/** Shows a link to the note's owner, without what opens it. */
record LinkView(UUID id, Instant createdAt, Instant expiresAt) {
}
