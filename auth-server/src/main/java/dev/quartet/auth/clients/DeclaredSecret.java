package dev.quartet.auth.clients;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Is the hash of a secret that a client shall have, for good or until a moment. */
public record DeclaredSecret(String sha256, @Nullable Instant expiresAt) {

	public static DeclaredSecret forGood(String sha256) {
		return new DeclaredSecret(sha256, null);
	}

	boolean isValid(Instant now) {
		return this.expiresAt == null || now.isBefore(this.expiresAt);
	}

	@Override
	public String toString() {
		return "DeclaredSecret[***, expiresAt=%s]".formatted(this.expiresAt);
	}

}
