package dev.quartet.api.me;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.quartet.api.access.Caller;
import org.jspecify.annotations.Nullable;

/** Reads the claims of the token behind a request. */
record TokenClaims(Map<String, Object> claims) {

	static TokenClaims of(Caller caller) {
		return new TokenClaims(caller.claims());
	}

	@Nullable String text(String claim) {
		return claims.get(claim) instanceof String text ? text : null;
	}

	// A single audience may stand alone (RFC 7519 §4.1.3).
	@Nullable List<String> texts(String claim) {
		if (claims.get(claim) instanceof Collection<?> values) {
			return values.stream().map(String::valueOf).toList();
		}
		String single = text(claim);
		return single != null ? List.of(single) : null;
	}

	@Nullable Long seconds(String claim) {
		Object value = claims.get(claim);
		if (value instanceof Instant time) {
			return time.getEpochSecond();
		}
		return value instanceof Number number ? Long.valueOf(number.longValue()) : null;
	}

	@Override
	public String toString() {
		return "TokenClaims[" + claims.keySet() + "]";
	}

}
