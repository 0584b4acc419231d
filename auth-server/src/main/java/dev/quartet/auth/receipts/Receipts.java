package dev.quartet.auth.receipts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the receipts. */
interface Receipts extends CrudRepository<Receipt, UUID> {

	Optional<Receipt> findByIdAndUserId(UUID id, String userId);

	@Query("select r from Receipt r where r.userId = :userId and r.decidedAt < :before order by r.decidedAt desc, r.id")
	List<Receipt> find(String userId, Instant before, Limit limit);

	@Query("""
			select r from Receipt r where r.userId = :userId and r.clientId = :clientId and r.decision = 'allowed'
			order by r.decidedAt desc""")
	List<Receipt> findAllowed(String userId, String clientId, Limit limit);

}
