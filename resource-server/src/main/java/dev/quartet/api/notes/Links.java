package dev.quartet.api.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores links to notes; one that has ended counts as none. */
interface Links extends Repository<Link, UUID> {

	@Query("select l from Link l where l.note = :note and l.expiresAt > :now order by l.createdAt, l.id")
	List<Link> findLiving(Note note, Instant now);

	@Query("select l from Link l join fetch l.note where l.secretHash = :hash and l.expiresAt > :now")
	Optional<Link> findLiving(String hash, Instant now);

	@Modifying
	@Query("delete from Link l where l.note = :note and l.expiresAt <= :now")
	int deleteEnded(Note note, Instant now);

	@Modifying
	@Query("delete from Link l where l.id = :id and l.note = :note and l.expiresAt > :now")
	int delete(UUID id, Note note, Instant now);

	Link save(Link link);

}
