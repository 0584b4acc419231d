package dev.quartet.auth.consents;

import java.util.Set;
import java.util.TreeSet;

import dev.quartet.auth.audit.AuditEvent;

/** Tells what a person answered to a client, or that she took her answer back. */
record ConsentEvent(String type, String userId, String clientId, String detail) implements AuditEvent {

	static ConsentEvent given(String userId, String clientId, Set<String> scopes) {
		return new ConsentEvent("consent_given", userId, clientId, String.join(" ", new TreeSet<>(scopes)));
	}

	static ConsentEvent denied(String userId, String clientId) {
		return new ConsentEvent("consent_denied", userId, clientId, "");
	}

	static ConsentEvent withdrawn(String userId, String clientId) {
		return new ConsentEvent("consent_withdrawn", userId, clientId, "");
	}

}
