package dev.quartet.auth.account;

import java.util.Collection;
import java.util.TreeSet;

import dev.quartet.auth.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** Tells what a person changed about her account, never what it is now. */
record AccountEvent(String type, String userId, @Nullable String detail) implements AuditEvent {

	static final String PROFILE_CHANGED = "profile_changed";

	static AccountEvent profileChanged(String userId, Collection<String> claims) {
		return new AccountEvent(PROFILE_CHANGED, userId, String.join(" ", new TreeSet<>(claims)));
	}

	static AccountEvent passwordChanged(String userId) {
		return new AccountEvent("password_changed", userId, null);
	}

	static AccountEvent passwordRefused(String userId) {
		return new AccountEvent("password_change_refused", userId, null);
	}

}
