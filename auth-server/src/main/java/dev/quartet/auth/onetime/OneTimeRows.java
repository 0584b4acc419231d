package dev.quartet.auth.onetime;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the one-time secrets. */
interface OneTimeRows extends CrudRepository<OneTime, OneTime.Key> {

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update OneTime o set o.consumedAt = :now, o.bought = :bought
			where o.key.kind = :kind and o.key.hash = :hash and o.consumedAt is null and o.expiresAt > :now""")
	int claim(OneTimeKind kind, String hash, Instant now, @Nullable UUID bought);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query(nativeQuery = true, value = """
			update one_time set failures = failures + 1, consumed_at = case when failures + 1 >= :most
				then cast(:now as timestamp with time zone) else consumed_at end
			where kind = :kind and hash = :hash and consumed_at is null""")
	void fail(String kind, String hash, int most, Instant now);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update OneTime o set o.consumedAt = :now where o.key.kind = :kind and o.consumedAt is null")
	int claimAll(OneTimeKind kind, Instant now);

}
