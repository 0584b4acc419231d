package dev.quartet.auth.uses;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import static dev.quartet.auth.uses.UseReportRefused.malformed;

/** Is what a resource server saw, as it came. */
record UseReport(String grantId, String scope, Instant at) {

	private static final int MOST = 1000;

	private static final int LONGEST = 255;

	static List<UseReport> all(@Nullable Object uses) {
		if (!(uses instanceof List<?> list) || list.size() > MOST) {
			throw malformed("uses: expected a list of at most " + MOST);
		}
		return IntStream.range(0, list.size()).mapToObj((index) -> of("uses[" + index + "]", list.get(index))).toList();
	}

	private static UseReport of(String place, @Nullable Object use) {
		if (!(use instanceof Map<?, ?> fields)) {
			throw malformed(place + ": expected an object with grant_id, scope and used_at");
		}
		return new UseReport(text(place, fields, "grant_id"), text(place, fields, "scope"),
				time(place, text(place, fields, "used_at")));
	}

	private static String text(String place, Map<?, ?> fields, String name) {
		if (!(fields.get(name) instanceof String text) || text.isEmpty() || text.length() > LONGEST) {
			throw malformed("%s.%s: expected a text of at most %d characters".formatted(place, name, LONGEST));
		}
		return text;
	}

	private static Instant time(String place, String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeException ex) {
			throw malformed(place + ".used_at: expected a time such as 2026-01-31T12:00:00Z");
		}
	}

}
