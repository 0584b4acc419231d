package dev.quartet.auth.logout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** Remembers that one client has yet to be told that a session has ended. */
@Entity
@Table(name = "logout_notice")
class LogoutNotice implements Persistable<UUID> {

	/** Longer than one attempt: if its instance dies, another one tries again then. */
	private static final Duration CLAIM = Duration.ofSeconds(30);

	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
			Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1));

	@Id
	private UUID id;

	private String clientId;

	private String userId;

	private String sid;

	private int attempts;

	private Instant nextAt;

	private Instant expiresAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected LogoutNotice() {
	}

	LogoutNotice(String clientId, String userId, String sid, Instant now, Duration life) {
		this.id = UUID.randomUUID();
		this.clientId = clientId;
		this.userId = userId;
		this.sid = sid;
		this.nextAt = now;
		this.expiresAt = now.plus(life);
	}

	/** Takes the notice for one attempt, so that no other instance sends it as well. */
	void claim(Instant now) {
		this.attempts++;
		this.nextAt = now.plus(CLAIM);
	}

	/** Whether it is worth another attempt: each pause is longer than the one before. */
	boolean tryLater(Instant now) {
		this.nextAt = now.plus(PAUSES.get(Math.min(this.attempts, PAUSES.size()) - 1));
		return this.nextAt.isBefore(this.expiresAt);
	}

	String clientId() {
		return this.clientId;
	}

	String userId() {
		return this.userId;
	}

	String sid() {
		return this.sid;
	}

	@Override
	public UUID getId() {
		return this.id;
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

}
