package dev.quartet.auth.consents;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import dev.quartet.auth.audit.AuditEvent;
import dev.quartet.auth.receipts.Decision;

/** Tells what a person answered to a client, or that she took her answer back. */
record ConsentEvent(String type, String userId, String clientId, String detail) implements AuditEvent {

	static ConsentEvent given(String userId, String clientId, Set<String> scopes) {
		return new ConsentEvent("consent_given", userId, clientId, words(scopes));
	}

	static ConsentEvent denied(String userId, String clientId) {
		return new ConsentEvent("consent_denied", userId, clientId, "");
	}

	static ConsentEvent narrowed(String userId, String clientId, Set<String> scopes, Decision decision) {
		String type = (decision == Decision.DISUSED) ? "consent_disused" : "consent_narrowed";
		return new ConsentEvent(type, userId, clientId, words(scopes));
	}

	static ConsentEvent shortened(String userId, String clientId, Instant until) {
		return new ConsentEvent("consent_shortened", userId, clientId, "until " + until);
	}

	static ConsentEvent withdrawn(String userId, String clientId) {
		return new ConsentEvent("consent_withdrawn", userId, clientId, "");
	}

	private static String words(Set<String> scopes) {
		return String.join(" ", new TreeSet<>(scopes));
	}

}
