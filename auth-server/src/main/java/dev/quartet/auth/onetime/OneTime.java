package dev.quartet.auth.onetime;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Remembers one secret by its hash, what it stands for and whether it was used. */
@Entity
@Table(name = "one_time")
class OneTime implements Persistable<OneTime.Key> {

	@EmbeddedId
	private Key key;

	@Column(length = 16_000)
	private String payload;

	private Instant createdAt;

	private Instant expiresAt;

	private @Nullable Instant consumedAt;

	private @Nullable UUID bought;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected OneTime() {
	}

	OneTime(Key key, String payload, Instant createdAt, Instant expiresAt) {
		this.key = key;
		this.payload = payload;
		this.createdAt = createdAt;
		this.expiresAt = expiresAt;
	}

	OneTimes.Found asFound(Instant now) {
		return new OneTimes.Found(this.payload, this.createdAt, this.expiresAt, this.consumedAt != null,
				!this.expiresAt.isAfter(now), this.bought);
	}

	@Override
	public Key getId() {
		return this.key;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void stored() {
		this.stored = true;
	}

	/** Finds a secret by what it is for and its SHA-256. */
	@Embeddable
	record Key(@Enumerated(EnumType.STRING) OneTimeKind kind, String hash) implements Serializable {
	}

}
