package dev.quartet.auth.audit;

import java.time.Clock;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down every event that a feature publishes, in the transaction that made it true.
 */
@Component
class AuditTrail {

	private final AuditRecords records;

	private final Clock clock;

	AuditTrail(AuditRecords records, Clock clock) {
		this.records = records;
		this.clock = clock;
	}

	@EventListener
	void write(AuditEvent event) {
		this.records.save(new AuditRecord(event, this.clock.instant()));
	}

}
