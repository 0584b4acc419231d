package dev.quartet.api.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Is what a rule asks of a caller.
 *
 * @param open whether it asks nothing at all
 * @param scopes that the token has, all of them
 * @param kind who may call; both when absent
 * @param maxAge how long ago the sign-in may be
 * @param acr at which levels she may have signed in; any when empty
 */
record Terms(boolean open, List<String> scopes, Caller.@Nullable Kind kind, @Nullable Duration maxAge,
		List<String> acr) {

	/** How far the issuer's clock may be ahead. */
	private static final Duration AHEAD = Duration.ofMinutes(-1);

	static final Terms OPEN = new Terms(true, List.of(), null, null, List.of());

	static final Terms ANY_TOKEN = of();

	static Terms of(String... scopes) {
		return new Terms(false, List.of(scopes), null, null, List.of());
	}

	Terms kind(Caller.Kind wanted) {
		return new Terms(open, scopes, wanted, maxAge, acr);
	}

	Terms maxAge(Duration age) {
		return new Terms(open, scopes, kind, age, acr);
	}

	Terms acr(List<String> levels) {
		return new Terms(open, scopes, kind, maxAge, levels);
	}

	/**
	 * Says what is missing, first of all what no other token of the client could mend.
	 */
	Optional<Refusal> refusalFor(Caller caller, Clock clock) {
		if (kind != null && kind != caller.kind()) {
			return Optional.of(Refusal.wrongKind(kind));
		}
		if (!isFresh(caller, clock) || !isStrong(caller)) {
			return Optional.of(Refusal.signInAgain(demand(), scopes));
		}
		return caller.scopes().containsAll(scopes) ? Optional.empty() : Optional.of(Refusal.insufficientScope(scopes));
	}

	private boolean isFresh(Caller caller, Clock clock) {
		if (maxAge == null) {
			return true;
		}
		Duration longest = maxAge;
		return caller.signedInAt()
			.map((at) -> Duration.between(at, clock.instant()))
			.filter((age) -> age.compareTo(longest) <= 0 && age.compareTo(AHEAD) >= 0)
			.isPresent();
	}

	private boolean isStrong(Caller caller) {
		return acr.isEmpty() || (caller.claims().get("acr") instanceof String level && acr.contains(level));
	}

	private Map<String, String> demand() {
		Map<String, String> demand = new LinkedHashMap<>();
		if (!acr.isEmpty()) {
			demand.put("acr_values", String.join(" ", acr));
		}
		if (maxAge != null) {
			demand.put("max_age", String.valueOf(maxAge.toSeconds()));
		}
		return Collections.unmodifiableMap(demand);
	}

}
