package dev.quartet.auth.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;

import dev.quartet.auth.onetime.Sha256;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Remembers that a client registered itself, what it may at most ask for, and the hash of
 * the token with which it looks after its registration (RFC 7592 §1.2).
 */
@Entity
class Registration {

	@Id
	private String clientId;

	private String tokenHash;

	private String scope;

	private @Nullable String openFrom;

	private Instant registeredAt;

	@SuppressWarnings("NullAway.Init")
	protected Registration() {
	}

	Registration(String clientId, String token, Admission admission, Instant now) {
		this.clientId = clientId;
		this.tokenHash = Sha256.of(token);
		this.scope = String.join(" ", admission.scope());
		this.openFrom = admission.openFrom();
		this.registeredAt = now;
	}

	/** Whether nobody had invited it. */
	boolean isOpen() {
		return this.openFrom != null;
	}

	Set<String> scope() {
		return Set.of(StringUtils.tokenizeToStringArray(this.scope, " "));
	}

	boolean isOpenedBy(String token) {
		return MessageDigest.isEqual(Sha256.of(token).getBytes(StandardCharsets.US_ASCII),
				this.tokenHash.getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public String toString() {
		return "%s since %s, %s".formatted(this.clientId, this.registeredAt,
				isOpen() ? "open from " + this.openFrom : "by token");
	}

}
