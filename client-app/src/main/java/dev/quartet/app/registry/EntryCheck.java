package dev.quartet.app.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the settings of one entry. A wrong value is answered with
 * an empty one, so that one start finds all faults.
 */
final class EntryCheck {

	private static final String NOT_AN_ADDRESS = "must be an address with https, or with http on this machine,"
			+ " without user, password and #";

	private final String name;

	private final List<EntryProblem> problems;

	EntryCheck(String name, List<EntryProblem> problems) {
		this.name = name;
		this.problems = problems;
	}

	void refuse(String field, String reason) {
		this.problems.add(new EntryProblem(this.name, field, reason));
	}

	String required(String field, @Nullable String value) {
		if (value == null) {
			refuse(field, "is missing");
			return "";
		}
		return value;
	}

	String address(String field, @Nullable String value) {
		return checked(field, required(field, value), Addresses::isUsable);
	}

	Optional<String> issuer(@Nullable String value) {
		return Optional.ofNullable(value).map((issuer) -> checked("issuer", issuer, Addresses::isIssuer));
	}

	private String checked(String field, String value, Predicate<String> rule) {
		if (value.isEmpty() || rule.test(value)) {
			return value;
		}
		refuse(field, NOT_AN_ADDRESS);
		return "";
	}

	/** One of several words, in whatever case. */
	<T> Optional<T> choice(String field, @Nullable String value, Map<String, T> choices) {
		if (value == null) {
			return Optional.empty();
		}
		Optional<T> chosen = choices.entrySet()
			.stream()
			.filter((choice) -> choice.getKey().equalsIgnoreCase(value))
			.map(Map.Entry::getValue)
			.findFirst();
		if (chosen.isEmpty()) {
			refuse(field, "must be one of " + String.join(", ", choices.keySet().stream().sorted().toList()));
		}
		return chosen;
	}

	EntryCheck unused(Kind kind, String field, @Nullable Object value) {
		if (value != null) {
			refuse(field, "means nothing for kind " + kind.key());
		}
		return this;
	}

}
