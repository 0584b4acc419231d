package dev.quartet.api.notes;

import java.time.Instant;
import java.util.UUID;

/**
 * Shows a link to the note's owner for the only time with its secret.
 *
 * @param link what opens the note, to be handed on
 */
record NewLink(UUID id, Instant createdAt, Instant expiresAt, String link) {

	static NewLink of(LinkView view, LinkSecret secret) {
		return new NewLink(view.id(), view.createdAt(), view.expiresAt(), secret.reveal());
	}

	@Override
	public String toString() {
		return "NewLink[id=" + id + ", link=…]";
	}

}
