package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the grants. */
interface Grants extends CrudRepository<Grant, UUID> {

	/** Moves the refresh sequence on by one, for exactly one of those who try. */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update Grant g set g.refreshSequence = :next, g.refreshedAt = :now, g.idleUntil = case
			when g.expiresAt < :idleUntil then g.expiresAt else :idleUntil end
			where g.id = :id and g.refreshSequence = :next - 1 and g.revokedAt is null and g.idleUntil > :now""")
	int rotate(UUID id, int next, Instant now, Instant idleUntil);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update Grant g set g.revokedAt = :now, g.idleUntil = :now where g.id = :id and g.revokedAt is null")
	int revoke(UUID id, Instant now);

	@Query("select g from Grant g where g.sid = :sid")
	List<Grant> findAll(String sid);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update Grant g set g.revokedAt = :now, g.idleUntil = :now
			where g.clientId = :clientId and g.revokedAt is null""")
	int revokeAll(String clientId, Instant now);

}
