package dev.quartet.auth.onetime;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** Remembers until it expires that a value was seen. */
@Entity
@Table(name = "seen")
class SeenValue {

	@EmbeddedId
	private Key key;

	private Instant expiresAt;

	@SuppressWarnings("NullAway.Init")
	protected SeenValue() {
	}

	boolean countsAt(Instant now) {
		return this.expiresAt.isAfter(now);
	}

	@Override
	public String toString() {
		return "%s until %s".formatted(this.key.kind(), this.expiresAt);
	}

	/** Finds a value by what it is remembered for and its SHA-256. */
	@Embeddable
	record Key(@Enumerated(EnumType.STRING) SeenKind kind, String hash) implements Serializable {
	}

}
