package dev.quartet.auth.onetime;

import java.time.Instant;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the values that were seen. */
interface SeenValues extends CrudRepository<SeenValue, SeenValue.Key> {

	/** Inserts one row, or none where another transaction was first. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into seen (kind, hash, expires_at) values (:kind, :hash, :expiresAt) on conflict do nothing""")
	int insert(String kind, String hash, Instant expiresAt);

}
