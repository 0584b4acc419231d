package dev.quartet.auth.users;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Remembers what a person proves herself with: a password, as its Argon2id hash. */
@Entity
class Credential {

	static final String PASSWORD = "password";

	@Id
	private UUID id;

	private String kind;

	private String secret;

	private Instant changedAt;

	private @Nullable String seeded;

	@SuppressWarnings("NullAway.Init")
	protected Credential() {
	}

	Credential(String kind, String secret, Instant now) {
		this.id = UUID.randomUUID();
		this.kind = kind;
		this.secret = secret;
		this.changedAt = now;
	}

	boolean isPassword() {
		return this.kind.equals(PASSWORD);
	}

	String secret() {
		return this.secret;
	}

	Instant changedAt() {
		return this.changedAt;
	}

	/** What the seed gave last; what is not known to come from it counts as its own. */
	String seeded() {
		return Objects.requireNonNullElse(this.seeded, this.secret);
	}

	void seed(String hash) {
		this.seeded = hash;
	}

	void change(String secret, Instant now) {
		this.secret = secret;
		this.changedAt = now;
	}

}
