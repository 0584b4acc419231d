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

	@Embedded
	private Owner owner;

	private String title;

	private String text;

	// Only queries read it.
	@SuppressWarnings("UnusedVariable")
	private String folded;

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
		this.folded = draft.folded();
		this.createdAt = now;
		this.changedAt = now;
	}

	UUID id() {
		return id;
	}

	/** Says the same forever: whatever changes the note also changes this. */
	String tag() {
		return view().tag();
	}

	void change(NoteDraft draft, Instant now) {
		title = draft.title();
		text = draft.text();
		folded = draft.folded();
		changedAt = now;
	}

	NoteView view() {
		return new NoteView(id, title, text, createdAt, changedAt, version != null ? version : 0);
	}

	SharedNote share(Instant until) {
		return new SharedNote(title, text, changedAt, new SharedNote.Sharer(owner.issuer(), owner.subject()), until);
	}

}
