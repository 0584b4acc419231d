package dev.quartet.auth.apps;

import dev.quartet.auth.audit.AuditEvent;

/**
 * Tells that an application changed a person's connected applications in her name.
 *
 * @param clientId the one that did it, whichever it did it to
 */
record AppsChangedByApp(String userId, String clientId, String detail) implements AuditEvent {

	@Override
	public String type() {
		return "apps_changed_by_app";
	}

}
