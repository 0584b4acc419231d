package dev.quartet.api.notes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes one owner's notes. */
@Component
@Transactional
class Notebook {

	private final Notes notes;

	private final Clock clock;

	Notebook(Notes notes, Clock clock) {
		this.notes = notes;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public NotePage list(Owner owner, int page, int size) {
		return NotePage.of(notes.findByOwnerOrderByCreatedAtDescIdDesc(owner, PageRequest.of(page, size)));
	}

	@Transactional(readOnly = true)
	public NoteView read(Owner owner, UUID id) {
		return find(owner, id).view();
	}

	public NoteView write(Owner owner, NoteDraft draft) {
		return notes.save(new Note(owner, draft, now())).view();
	}

	public NoteView change(Owner owner, UUID id, NoteDraft draft) {
		Note note = find(owner, id);
		note.change(draft, now());
		return note.view();
	}

	public void remove(Owner owner, UUID id) {
		notes.delete(find(owner, id));
	}

	private Note find(Owner owner, UUID id) {
		return notes.findByIdAndOwner(id, owner).orElseThrow(NoteNotFound::new);
	}

	// As fine as both databases store it, so that an answer never differs from a later
	// one.
	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
