package dev.quartet.auth.audit;

import java.util.UUID;

import org.springframework.data.repository.CrudRepository;

/** Stores the audit trail. */
interface AuditRecords extends CrudRepository<AuditRecord, UUID> {

}
