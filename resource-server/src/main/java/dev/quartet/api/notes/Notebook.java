package dev.quartet.api.notes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes one owner's notes. */
@Component
@Transactional
class Notebook {

	private final Notes notes;

	private final NotesSettings settings;

	private final Clock clock;

	Notebook(Notes notes, NotesSettings settings, Clock clock) {
		this.notes = notes;
		this.settings = settings;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public NotePage list(Owner owner, NoteSearch search) {
		return NotePage.of(search.isForEverything() ? notes.findAll(owner, search.pageable())
				: notes.findAll(owner, search.pattern(), search.pageable()));
	}

	@Transactional(readOnly = true)
	public NoteView read(Owner owner, UUID id) {
		return notes.findByIdAndOwner(id, owner).orElseThrow(NoteNotFound::new).view();
	}

	/** Requests of the same moment may together go over the limit by as many. */
	public NoteView write(Owner owner, NoteDraft draft) {
		if (notes.countByOwner(owner) >= settings.most()) {
			throw TooMany.notes(settings.most());
		}
		return notes.save(new Note(owner, draft, now())).view();
	}

	public NoteView change(Owner owner, UUID id, NoteDraft draft, SeenVersion seen) {
		Note note = find(owner, id, seen);
		note.change(draft, now());
		// Only a written change has its new version.
		notes.flush();
		return note.view();
	}

	public void remove(Owner owner, UUID id, SeenVersion seen) {
		notes.delete(find(owner, id, seen));
	}

	// Who comes second waits, and then sees that the note has changed.
	private Note find(Owner owner, UUID id, SeenVersion seen) {
		Note note = notes.findForChange(id, owner).orElseThrow(NoteNotFound::new);
		seen.requireIs(note.tag());
		return note;
	}

	// As fine as both databases store it, so that an answer never differs from a later
	// one.
	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
