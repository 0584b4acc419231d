package dev.quartet.api.notes;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Lets whoever knows its secret read one note for a time. */
@Entity
@Table(name = "note_link")
class Link {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Note note;

	// Only queries read it.
	@SuppressWarnings("UnusedVariable")
	private String secretHash;

	private Instant createdAt;

	private Instant expiresAt;

	@SuppressWarnings("NullAway.Init")
	protected Link() {
	}

	Link(Note note, LinkSecret secret, Instant now, Instant end) {
		this.id = UUID.randomUUID();
		this.note = note;
		this.secretHash = secret.hash();
		this.createdAt = now;
		this.expiresAt = end;
	}

	LinkView view() {
		return new LinkView(id, createdAt, expiresAt);
	}

	SharedNote open() {
		return note.share(expiresAt);
	}

}
