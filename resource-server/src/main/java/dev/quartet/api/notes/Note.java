package dev.quartet.api.notes;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Is a title with a text that belongs to one owner. */
@Entity
@Table(name = "note")
class Note {

	@Id
	private UUID id;

	// Only queries read it.
	@Embedded
	@SuppressWarnings("UnusedVariable")
	private Owner owner;

	private String title;

	private String text;

	private Instant createdAt;

	private Instant changedAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Note() {
	}

	Note(Owner owner, NoteDraft draft, Instant now) {
		this.id = UUID.randomUUID();
		this.owner = owner;
		this.title = draft.title();
		this.text = draft.text();
		this.createdAt = now;
		this.changedAt = now;
	}

	void change(NoteDraft draft, Instant now) {
		title = draft.title();
		text = draft.text();
		changedAt = now;
	}

	NoteView view() {
		return new NoteView(id, title, text, createdAt, changedAt);
	}

}
