package dev.quartet.auth.keys;

import dev.quartet.auth.audit.AuditEvent;

/** Tells a step in the life of a signing key. */
record KeyEvent(String type, String detail) implements AuditEvent {

	static KeyEvent created(SigningKey key) {
		return of("key_created", key);
	}

	static KeyEvent announced(SigningKey key) {
		return new KeyEvent("key_announced", "%s, signs from %s".formatted(key, key.signsFrom()));
	}

	static KeyEvent broughtForward(SigningKey key) {
		return of("key_brought_forward", key);
	}

	static KeyEvent activated(SigningKey key) {
		return of("key_activated", key);
	}

	static KeyEvent retired(SigningKey key) {
		return of("key_retired", key);
	}

	static KeyEvent revoked(SigningKey key) {
		return of("key_revoked", key);
	}

	static KeyEvent removed(SigningKey key) {
		return of("key_removed", key);
	}

	private static KeyEvent of(String type, SigningKey key) {
		return new KeyEvent(type, key.toString());
	}

}
