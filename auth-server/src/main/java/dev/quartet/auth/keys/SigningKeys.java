package dev.quartet.auth.keys;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * Stores the signing keys. Each step of a key's life is one conditional statement: of the
 * instances that try it together, the database lets one through.
 */
interface SigningKeys extends JpaRepository<SigningKey, String> {

	Sort ORDER = Sort.by("algorithm", "sequence");

	List<SigningKey> findByAlgorithmOrderBySequence(String algorithm);

	/** What tells cheaply whether anything has changed. */
	@Query("select new dev.quartet.auth.keys.KeyStamp(k.kid, k.state, k.signsFrom) from SigningKey k")
	List<KeyStamp> stamps();

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update SigningKey k set k.state = dev.quartet.auth.keys.KeyState.ACTIVE, k.activatedAt = :now,
			k.signsFrom = least(k.signsFrom, :now)
			where k.kid = :kid and k.state = dev.quartet.auth.keys.KeyState.NEXT""")
	int activate(String kid, Instant now);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update SigningKey k set k.state = dev.quartet.auth.keys.KeyState.RETIRED, k.retiredAt = :now,
			k.sealedJwk = null
			where k.kid = :kid and k.state = dev.quartet.auth.keys.KeyState.ACTIVE""")
	int retire(String kid, Instant now);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update SigningKey k set k.state = dev.quartet.auth.keys.KeyState.REVOKED, k.retiredAt = :now,
			k.sealedJwk = null
			where k.kid = :kid and k.state <> dev.quartet.auth.keys.KeyState.REVOKED""")
	int revoke(String kid, Instant now);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("""
			update SigningKey k set k.signsFrom = :signsFrom
			where k.kid = :kid and k.state = dev.quartet.auth.keys.KeyState.NEXT and k.signsFrom > :signsFrom""")
	int bringForward(String kid, Instant signsFrom);

	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("delete from SigningKey k where k.kid = :kid and k.retiredAt <= :retiredUntil")
	int remove(String kid, Instant retiredUntil);

}
