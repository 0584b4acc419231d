package dev.quartet.auth.registration;

import java.time.Instant;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.springframework.util.StringUtils;

/** Lets its holder register so many clients until a moment (RFC 7591 §1.2). */
@Entity
class InitialAccessToken {

	@Id
	private String hash;

	private String scope;

	private int usesLeft;

	private Instant createdAt;

	private Instant expiresAt;

	@SuppressWarnings("NullAway.Init")
	protected InitialAccessToken() {
	}

	InitialAccessToken(String hash, Set<String> scope, int uses, Instant now, Instant expiresAt) {
		this.hash = hash;
		this.scope = String.join(" ", scope);
		this.usesLeft = uses;
		this.createdAt = now;
		this.expiresAt = expiresAt;
	}

	/** What its clients may at most ask for; nothing means what the settings say. */
	Set<String> scope() {
		return Set.of(StringUtils.tokenizeToStringArray(this.scope, " "));
	}

	boolean countsAt(Instant now) {
		return this.usesLeft > 0 && now.isBefore(this.expiresAt);
	}

	@Override
	public String toString() {
		return "%d uses until %s, made %s".formatted(this.usesLeft, this.expiresAt, this.createdAt);
	}

}
