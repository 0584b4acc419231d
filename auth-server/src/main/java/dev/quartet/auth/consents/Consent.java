package dev.quartet.auth.consents;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Keeps that one person allowed one scope to one client. */
@Entity
class Consent implements Persistable<Consent.Key> {

	@EmbeddedId
	private Key key;

	private @Nullable String resource;

	private Instant grantedAt;

	private @Nullable Instant expiresAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected Consent() {
	}

	Consent(Key key, @Nullable String resource, Instant now) {
		this.key = key;
		this.resource = resource;
		this.grantedAt = now;
	}

	String scope() {
		return this.key.scope();
	}

	boolean holdsAt(Instant now) {
		return this.expiresAt == null || this.expiresAt.isAfter(now);
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

	@Override
	public String toString() {
		return "%s at %s since %s".formatted(this.key, this.resource, this.grantedAt);
	}

	/** Names the person, the client and the scope. */
	@Embeddable
	record Key(String userId, String clientId, String scope) implements Serializable {
	}

}
