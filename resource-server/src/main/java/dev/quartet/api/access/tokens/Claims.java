package dev.quartet.api.access.tokens;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a token says.
 *
 * @param values as they were signed, or as the issuer's introspection endpoint tells them
 */
public record Claims(Map<String, Object> values) {

	// The last second of the year 9999; what is later was never meant as a time.
	private static final double LATEST = 253_402_300_799d;

	public Claims {
		values = Collections.unmodifiableMap(values);
	}

	public boolean has(String claim) {
		return values.get(claim) != null;
	}

	public Optional<String> text(String claim) {
		return values.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
	}

	/** One text may stand alone or in a list (RFC 7519 §4.1.3). */
	public List<String> texts(String claim) {
		Object value = values.get(claim);
		if (value instanceof Collection<?> several) {
			return several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
		}
		return value instanceof String one ? List.of(one) : List.of();
	}

	/** Is empty for what is no time (RFC 7519 §2, NumericDate). */
	public Optional<Instant> timeIfAny(String claim) {
		return values.get(claim) instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= LATEST
				? Optional.of(Instant.ofEpochSecond(number.longValue())) : Optional.empty();
	}

	/** Refuses what is there and no time. */
	Optional<Instant> time(String claim) {
		Optional<Instant> time = timeIfAny(claim);
		if (time.isEmpty() && has(claim)) {
			throw new TokenRefused(claim + " is malformed");
		}
		return time;
	}

	/** Reads {@code scope} (RFC 9068 §2.2.3), or {@code scp} where an issuer has that. */
	public Set<String> scopes() {
		Set<String> scopes = new LinkedHashSet<>();
		for (String text : texts(has("scope") ? "scope" : "scp")) {
			scopes.addAll(Arrays.asList(text.split(" ")));
		}
		scopes.remove("");
		return Collections.unmodifiableSet(scopes);
	}

	/** What a token says of people is nobody's business. */
	@Override
	public String toString() {
		return "Claims" + values.keySet();
	}

}
