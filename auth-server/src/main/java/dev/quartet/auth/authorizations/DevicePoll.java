package dev.quartet.auth.authorizations;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** Remembers when a device may poll again, and how long it has to wait in between. */
@Entity
@Table(name = "device_poll")
class DevicePoll implements Persistable<String> {

	private static final int FURTHER_SECONDS = 5;

	/** A device that polls on time must not be called hasty because of its timer. */
	private static final Duration TOLERANCE = Duration.ofMillis(500);

	@Id
	private String hash;

	private int pause;

	private Instant nextAt;

	private Instant expiresAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected DevicePoll() {
	}

	DevicePoll(String hash, int pause, Instant now, Instant expiresAt) {
		this.hash = hash;
		this.pause = pause;
		this.nextAt = now;
		this.expiresAt = expiresAt;
	}

	/**
	 * Takes note of a poll. One that comes too early makes this and all further pauses
	 * longer (RFC 8628 §3.5).
	 */
	boolean comesTooEarly(Instant now) {
		boolean early = now.plus(TOLERANCE).isBefore(this.nextAt);
		if (early) {
			this.pause += FURTHER_SECONDS;
		}
		this.nextAt = now.plusSeconds(this.pause);
		return early;
	}

	boolean endedAt(Instant now) {
		return !this.expiresAt.isAfter(now);
	}

	@Override
	public String getId() {
		return this.hash;
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

	@Override
	public String toString() {
		return "every %d s until %s".formatted(this.pause, this.expiresAt);
	}

}
