package dev.quartet.app.flow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.quartet.app.recording.Hidden;
import dev.quartet.app.recording.Jwt;
import dev.quartet.app.recording.Part;
import org.jspecify.annotations.Nullable;

/**
 * Is one line of a table: a name, its value and what it means.
 *
 * @param name with those of the objects that contain it
 * @param text the value; empty for a secret
 * @param moment the value as a time, where it is one; else empty
 * @param hidden what is known of a secret
 * @param token the decoded token
 * @param explanation null where no specification knows the name
 */
record Row(String name, String text, String moment, @Nullable Hidden hidden, @Nullable Token token,
		@Nullable Explanation explanation) {

	private static final Set<String> TIMES = Set.of("exp", "iat", "nbf", "auth_time", "updated_at", "oauth_timestamp");

	private static final DateTimeFormatter FULL = DateTimeFormatter
		.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	static List<Row> of(Catalogue catalogue, String area, List<Part> parts) {
		List<Row> rows = new ArrayList<>();
		collect(new Place(catalogue, area, "", rows), parts);
		return List.copyOf(rows);
	}

	private static void collect(Place place, List<Part> parts) {
		for (Part part : parts) {
			String name = place.named(part.name());
			List<Part> inner = part.value().parts();
			if (inner != null && !inner.isEmpty()) {
				collect(new Place(place.catalogue, place.area, name, place.rows), inner);
			}
			else {
				place.rows.add(row(place, name, part));
			}
		}
	}

	private static Row row(Place place, String name, Part part) {
		String text = Optional.ofNullable(part.value().text()).orElse("");
		Jwt jwt = part.value().jwt();
		Explanation explanation = place.catalogue.name(place.area, name).orElse(null);
		return new Row(name, text, moment(part.name(), text), part.value().hidden(),
				(jwt != null) ? Token.of(place.catalogue, jwt) : null, explanation);
	}

	private static String moment(String name, String text) {
		return (TIMES.contains(name) && text.matches("\\d{9,11}"))
				? FULL.format(Instant.ofEpochSecond(Long.parseLong(text))) : "";
	}

	/** Is a decoded token. */
	record Token(List<Row> header, List<Row> claims, Hidden whole) {

		static Token of(Catalogue catalogue, Jwt jwt) {
			return new Token(Row.of(catalogue, "jose", jwt.header()), Row.of(catalogue, "claims", jwt.claims()),
					jwt.whole());
		}

	}

	/** Is where rows are collected. */
	private record Place(Catalogue catalogue, String area, String path, List<Row> rows) {

		String named(String name) {
			return (this.path.isEmpty() || name.startsWith("[")) ? this.path + name : this.path + "." + name;
		}

	}

}
