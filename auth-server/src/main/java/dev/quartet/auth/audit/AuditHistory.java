package dev.quartet.auth.audit;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reads to a person what the audit trail holds of her, and of nobody else. */
@Component
public class AuditHistory {

	private final AuditRecords records;

	AuditHistory(AuditRecords records) {
		this.records = records;
	}

	/**
	 * The newest events, or those before a place in the trail.
	 * @param before an {@link AuditEntry#place()}; anything else is the beginning
	 */
	public List<AuditEntry> of(String userId, String before, int most) {
		Limit limit = Limit.of(most);
		return AuditEntry.Place.of(before)
			.map((place) -> this.records.before(userId, place.at(), place.id(), limit))
			.orElseGet(() -> this.records.newest(userId, limit))
			.stream()
			.map(AuditRecord::asEntry)
			.toList();
	}

}
