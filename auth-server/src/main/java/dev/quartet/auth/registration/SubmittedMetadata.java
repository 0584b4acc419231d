package dev.quartet.auth.registration;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Is what a client says of itself, as it came. A field that is null counts as omitted
 * (RFC 7592 §2.2).
 */
final class SubmittedMetadata {

	private static final int LONGEST_TEXT = 2000;

	private static final int MOST_TEXTS = 50;

	/** Ties emoji together. */
	private static final int ZERO_WIDTH_JOINER = 0x200d;

	private final Map<String, Object> values = new LinkedHashMap<>();

	SubmittedMetadata(Map<String, Object> values) {
		values.forEach((name, value) -> {
			if (value != null) {
				this.values.put(name, value);
			}
		});
	}

	Set<String> names() {
		return this.values.keySet();
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	Optional<Object> value(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	Optional<String> text(String name) {
		return value(name).map((value) -> checkedText(name, value));
	}

	String choice(String name, List<String> known, String otherwise) {
		String text = text(name).orElse(otherwise);
		if (!known.contains(text)) {
			throw RegistrationRefused.metadata(name, "expected one of " + String.join(", ", known));
		}
		return text;
	}

	/** In the order in which they came, without repetitions. */
	Optional<Set<String>> texts(String name) {
		return value(name).map((value) -> {
			if (!(value instanceof List<?> list) || list.size() > MOST_TEXTS) {
				throw RegistrationRefused.metadata(name, "expected a list of at most 50 texts");
			}
			Set<String> texts = new LinkedHashSet<>();
			list.forEach((text) -> texts.add(checkedText(name, text)));
			return texts;
		});
	}

	/** What a person may read must be what it seems: nothing that hides or turns text. */
	static boolean isPlain(String text) {
		return text.codePoints().noneMatch((c) -> switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				c != ZERO_WIDTH_JOINER;
			default -> false;
		});
	}

	private static String checkedText(String name, Object value) {
		if (!(value instanceof String text) || text.length() > LONGEST_TEXT || !isPlain(text)) {
			throw RegistrationRefused.metadata(name,
					"expected a text of at most 2000 characters without control characters");
		}
		return text;
	}

}
