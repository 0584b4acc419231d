package dev.quartet.api.notes;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores notes; no query of the API goes without the owner. */
interface Notes extends Repository<Note, UUID> {

	/** Leaves the folded text in the database. */
	String VIEW = """
			select new dev.quartet.api.notes.NoteView(n.id, n.title, n.text, n.createdAt, n.changedAt, n.version)
			from Note n where n.owner = :owner
			""";

	@Query(VIEW)
	Page<NoteView> findAll(Owner owner, Pageable page);

	@Query(VIEW + " and n.folded like :pattern escape '" + SearchText.ESCAPE + "'")
	Page<NoteView> findAll(Owner owner, String pattern, Pageable page);

	Optional<Note> findByIdAndOwner(UUID id, Owner owner);

	/** Lets nobody else change the note until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select n from Note n where n.id = :id and n.owner = :owner")
	Optional<Note> findForChange(UUID id, Owner owner);

	long countByOwner(Owner owner);

	Note save(Note note);

	void delete(Note note);

	void flush();

}
