package dev.quartet.auth.clients;

import dev.quartet.auth.audit.AuditEvent;

/** Tells what an operator did to the secrets of a client. */
record ClientEvent(String type, String clientId, String detail) implements AuditEvent {

}
