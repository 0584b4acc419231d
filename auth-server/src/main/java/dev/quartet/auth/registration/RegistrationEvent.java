package dev.quartet.auth.registration;

import dev.quartet.auth.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** Tells that a client registered, changed or removed itself. */
record RegistrationEvent(String type, String clientId, @Nullable String detail) implements AuditEvent {

}
