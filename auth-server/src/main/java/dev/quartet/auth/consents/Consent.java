package dev.quartet.auth.consents;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * Keeps that one person allowed one scope to one client. It is the ceiling of what was
 * granted: no grant says more or lasts longer.
 */
@Entity
class Consent implements Persistable<Consent.Key> {

	@EmbeddedId
	private Key key;

	private @Nullable String resource;

	private Instant grantedAt;

	private @Nullable Instant expiresAt;

	private String how;

	private String duration;

	private @Nullable String sid;

	private String clientVersion;

	// Written by those who count uses, never here.
	@Column(insertable = false, updatable = false)
	private @Nullable Instant lastUsedAt;

	@Column(insertable = false, updatable = false)
	private @Nullable String lastUsedBy;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected Consent() {
	}

	Consent(Key key, @Nullable String resource, Instant now, Allowance allowance) {
		this.key = key;
		this.resource = resource;
		this.grantedAt = now;
		this.how = allowance.how();
		this.clientVersion = allowance.clientVersion();
		this.duration = allowance.howLong().value();
		renew(now, allowance);
	}

	/** She was asked again and said for how long. */
	final void renew(Instant now, Allowance allowance) {
		this.grantedAt = now;
		this.how = allowance.how();
		this.duration = allowance.howLong().value();
		this.expiresAt = allowance.howLong().end(now);
		this.sid = (allowance.howLong() == HowLong.SESSION) ? allowance.sid() : null;
		this.clientVersion = allowance.clientVersion();
	}

	/** Ends it earlier than it would; tells whether that is earlier. */
	boolean shorten(Instant until) {
		boolean earlier = this.expiresAt == null || this.expiresAt.isAfter(until);
		if (earlier) {
			this.expiresAt = until;
		}
		return earlier;
	}

	String scope() {
		return this.key.scope();
	}

	String clientId() {
		return this.key.clientId();
	}

	Optional<String> resource() {
		return Optional.ofNullable(this.resource);
	}

	Instant grantedAt() {
		return this.grantedAt;
	}

	Optional<Instant> expiresAt() {
		return Optional.ofNullable(this.expiresAt);
	}

	HowLong howLong() {
		return HowLong.of(this.duration).orElse(HowLong.ONCE);
	}

	/** The way she was asked: browser or device. */
	String how() {
		return this.how;
	}

	Optional<Instant> lastUsedAt() {
		return Optional.ofNullable(this.lastUsedAt);
	}

	Optional<String> lastUsedBy() {
		return Optional.ofNullable(this.lastUsedBy);
	}

	boolean holdsAt(Instant now) {
		return this.expiresAt == null || this.expiresAt.isAfter(now);
	}

	/** Whether it answers for her in that browser session. */
	boolean answersIn(@Nullable String session) {
		return howLong().isRemembered() && (this.sid == null || this.sid.equals(session));
	}

	/** Whether the client is still what it was when she allowed this. */
	boolean wasGivenTo(String version) {
		return this.clientVersion.equals(version);
	}

	/** Rows that are older than this rule say nothing about it. */
	boolean knowsItsClient() {
		return !this.clientVersion.isEmpty();
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
		return "%s at %s since %s until %s".formatted(this.key, this.resource, this.grantedAt,
				Objects.requireNonNullElse(this.expiresAt, "revoked"));
	}

	/** Names the person, the client and the scope. */
	@Embeddable
	record Key(String userId, String clientId, String scope) implements Serializable {
	}

}
