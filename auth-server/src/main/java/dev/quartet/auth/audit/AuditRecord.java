package dev.quartet.auth.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Keeps one event as it was told. */
@Entity
@Table(name = "audit_event")
class AuditRecord implements Persistable<UUID> {

	private static final int LONGEST_ID = 255;

	private static final int LONGEST_DETAIL = 1000;

	@Id
	private UUID id;

	private Instant at;

	private String type;

	private @Nullable String userId;

	private @Nullable String clientId;

	private @Nullable String detail;

	@SuppressWarnings("NullAway.Init")
	protected AuditRecord() {
	}

	AuditRecord(AuditEvent event, Instant at) {
		this.id = UUID.randomUUID();
		this.at = at;
		this.type = event.type();
		this.userId = cut(event.userId(), LONGEST_ID);
		this.clientId = cut(event.clientId(), LONGEST_ID);
		this.detail = cut(event.detail(), LONGEST_DETAIL);
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	AuditEntry asEntry() {
		return new AuditEntry(this.at, this.id, this.type, this.clientId, this.detail);
	}

	@Override
	public String toString() {
		return "%s %s user=%s client=%s %s".formatted(this.at, this.type, this.userId, this.clientId, this.detail);
	}

	// PostgreSQL refuses NUL in text, and what a stranger typed may hold one
	private static @Nullable String cut(@Nullable String text, int length) {
		return (text == null) ? null : text.substring(0, Math.min(length, text.length())).replace("\0", "");
	}

}
