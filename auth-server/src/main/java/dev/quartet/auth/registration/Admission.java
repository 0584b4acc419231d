package dev.quartet.auth.registration;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Says by what right a client registers: a token, or the address from which it came in
 * the open.
 */
record Admission(@Nullable String token, @Nullable String openFrom, Set<String> scope) {

	static Admission byToken(String token, Set<String> scope) {
		return new Admission(token, null, scope);
	}

	static Admission open(String address, Set<String> scope) {
		return new Admission(null, address, scope);
	}

	@Override
	public String toString() {
		return "Admission[%s]".formatted((this.openFrom != null) ? this.openFrom : "by token");
	}

}
