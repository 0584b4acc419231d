package dev.quartet.auth.seed;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.MetadataRules;

/** Reads what a client of a seed file says of itself beyond what each one has. */
final class FurtherReader {

	static final List<String> KEYS = Stream
		.concat(MetadataRules.OFFERED.stream()
			.filter((field) -> field != MetadataField.LOCALIZED)
			.map(MetadataField::value), MetadataField.LOCALIZABLE.stream().map((name) -> name + "#"))
		.sorted()
		.toList();

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST = 2000;

	private FurtherReader() {
	}

	static FurtherMetadata read(SeedEntry entry) {
		Map<MetadataField, Object> values = new EnumMap<>(MetadataField.class);
		for (MetadataField field : MetadataRules.OFFERED) {
			if (entry.has(field.value())) {
				value(entry, field).ifPresent((value) -> put(entry, values, field, value));
			}
		}
		Map<String, String> localized = localized(entry);
		if (!localized.isEmpty()) {
			values.put(MetadataField.LOCALIZED, localized);
		}
		return FurtherMetadata.of(values);
	}

	private static Map<String, String> localized(SeedEntry entry) {
		LocalizedReader reader = new LocalizedReader(entry);
		for (String name : MetadataField.LOCALIZABLE) {
			// all but the name are addresses
			MetadataField.of(name)
				.ifPresentOrElse((field) -> reader.read(name, LONGEST, (text) -> MetadataRules.problem(field, text)),
						() -> reader.read(name, LONGEST_NAME));
		}
		return reader.texts();
	}

	private static void put(SeedEntry entry, Map<MetadataField, Object> values, MetadataField field, Object value) {
		MetadataRules.problem(field, value).ifPresent((problem) -> entry.refuse(field.value(), problem));
		values.put(field, value);
	}

	private static Optional<?> value(SeedEntry entry, MetadataField field) {
		String key = field.value();
		return switch (field.kind()) {
			case TEXT, ADDRESS -> entry.text(key, LONGEST).map(SeedText::value);
			case TEXTS -> Optional.of(entry.texts(key, LONGEST).stream().map(SeedText::value).toList());
			case FLAG -> Optional.of(entry.flag(key, false));
			case NUMBER -> entry.text(key, LONGEST).map(SeedText::value).map(FurtherReader::numberOrText);
			case OBJECT, NAMES -> entry.object(key);
		};
	}

	private static Object numberOrText(String text) {
		boolean number = !text.isEmpty() && text.length() < 10 && text.chars().allMatch((c) -> c >= '0' && c <= '9');
		return number ? (Object) Integer.valueOf(text) : text;
	}

}
