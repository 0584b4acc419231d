package dev.quartet.auth.clients;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Remembers the SHA-256 of one secret of a client. */
@Entity
@Table(name = "client_secret")
@EntityListeners(ClientListener.class)
class ClientSecret {

	@Id
	private UUID id;

	private String sha256;

	private Instant createdAt;

	private @Nullable Instant expiresAt;

	@SuppressWarnings("NullAway.Init")
	protected ClientSecret() {
	}

	ClientSecret(DeclaredSecret declared, Instant now) {
		this.id = UUID.randomUUID();
		this.sha256 = declared.sha256();
		this.createdAt = now;
		this.expiresAt = declared.expiresAt();
	}

	DeclaredSecret declared() {
		return new DeclaredSecret(this.sha256, this.expiresAt);
	}

	String sha256() {
		return this.sha256;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Optional<Instant> expiresAt() {
		return Optional.ofNullable(this.expiresAt);
	}

	boolean isValid(Instant now) {
		return this.expiresAt == null || now.isBefore(this.expiresAt);
	}

	void expireBy(Instant end) {
		if (this.expiresAt == null || end.isBefore(this.expiresAt)) {
			this.expiresAt = end;
		}
	}

}
