package dev.quartet.app.notes;

/** Tells that somebody changed the note since the person saw it. */
class NoteChanged extends RuntimeException {

	NoteChanged() {
		super("The note is another version now");
	}

}
