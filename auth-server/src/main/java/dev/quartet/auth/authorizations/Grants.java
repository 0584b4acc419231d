package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the grants. */
interface Grants extends CrudRepository<Grant, UUID> {

	/**
	 * Moves the refresh sequence on by one, for exactly one of those who try, if the
	 * grant still has the scope for which they had tokens signed.
	 */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update Grant g set g.refreshSequence = :next, g.refreshedAt = :now, g.idleUntil = case
			when g.expiresAt < :idleUntil then g.expiresAt else :idleUntil end
			where g.id = :id and g.refreshSequence = :next - 1 and g.scope = :scope and g.revokedAt is null
			and g.idleUntil > :now""")
	int rotate(UUID id, int next, String scope, Instant now, Instant idleUntil);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update Grant g set g.revokedAt = :now, g.idleUntil = :now, g.endedBy = :by
			where g.id = :id and g.revokedAt is null""")
	int end(UUID id, Instant now, EndedBy by);

	/** Takes away what is missing in the new scope, from what was read before. */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update Grant g set g.scope = :scope, g.claims = :claims, g.updatedAt = :now, g.updatedBy = AUTHORIZATION_SERVER
			where g.id = :id and g.scope = :before and g.revokedAt is null""")
	int narrow(UUID id, String before, String scope, NamedClaims claims, Instant now);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update Grant g set g.expiresAt = :until, g.idleUntil = case
			when g.idleUntil > :until then :until else g.idleUntil end, g.updatedAt = :now,
			g.updatedBy = AUTHORIZATION_SERVER
			where g.id = :id and g.expiresAt > :until and g.revokedAt is null""")
	int limit(UUID id, Instant until, Instant now);

	/** Lets one of several changes of a grant go first; the others wait for its end. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select g from Grant g where g.id = :id")
	Optional<Grant> lock(UUID id);

	/** Lets one of several changes of a person's grants go first; the others wait. */
	@Query(nativeQuery = true, value = "select id from users where id = :userId for update")
	Optional<String> lockPerson(String userId);

	@Query("""
			select g from Grant g where g.userId = :userId and g.revokedAt is null and g.idleUntil > :now
			order by g.createdAt desc, g.id""")
	List<Grant> findActive(String userId, Instant now);

	@Query("select g from Grant g where g.sid = :sid")
	List<Grant> findAll(String sid);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update Grant g set g.revokedAt = :now, g.idleUntil = :now, g.endedBy = :by
			where g.clientId = :clientId and g.revokedAt is null""")
	int endAll(String clientId, Instant now, EndedBy by);

}
