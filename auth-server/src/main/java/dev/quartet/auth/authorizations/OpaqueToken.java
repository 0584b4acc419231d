package dev.quartet.auth.authorizations;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** Keeps what an opaque access token stands for, found by its SHA-256. */
@Entity
@Table(name = "access_token")
class OpaqueToken implements Persistable<String> {

	@Id
	private String hash;

	@Column(length = 16_000)
	private String claims;

	private Instant expiresAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected OpaqueToken() {
	}

	OpaqueToken(String hash, String claims, Instant expiresAt) {
		this.hash = hash;
		this.claims = claims;
		this.expiresAt = expiresAt;
	}

	String claims() {
		return this.claims;
	}

	boolean isAliveAt(Instant now) {
		return this.expiresAt.isAfter(now);
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

}
