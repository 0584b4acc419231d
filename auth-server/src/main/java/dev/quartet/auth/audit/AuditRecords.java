package dev.quartet.auth.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the audit trail. */
interface AuditRecords extends CrudRepository<AuditRecord, UUID> {

	@Query("select r from AuditRecord r where r.userId = :userId order by r.at desc, r.id desc")
	List<AuditRecord> newest(String userId, Limit limit);

	@Query("""
			select r from AuditRecord r
			where r.userId = :userId and r.at <= :at and (r.at < :at or r.id < :id) order by r.at desc, r.id desc""")
	List<AuditRecord> before(String userId, Instant at, UUID id, Limit limit);

}
