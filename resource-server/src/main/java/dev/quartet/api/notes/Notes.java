package dev.quartet.api.notes;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** Stores notes; no query goes without the owner. */
interface Notes extends Repository<Note, UUID> {

	Page<Note> findByOwnerOrderByCreatedAtDescIdDesc(Owner owner, Pageable page);

	Optional<Note> findByIdAndOwner(UUID id, Owner owner);

	Note save(Note note);

	void delete(Note note);

}
