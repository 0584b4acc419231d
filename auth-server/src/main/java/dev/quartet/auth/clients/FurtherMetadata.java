package dev.quartet.auth.clients;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Is what a client says of itself beyond what each one has. Only plain JSON values are in
 * it: texts, numbers, true or false, lists and objects.
 */
public final class FurtherMetadata implements Serializable {

	public static final FurtherMetadata NONE = new FurtherMetadata(Map.of());

	private static final long serialVersionUID = 1;

	@SuppressWarnings("serial") // what JSON gives is serializable
	private final Map<MetadataField, Object> values;

	private FurtherMetadata(Map<MetadataField, Object> values) {
		this.values = values;
	}

	public static FurtherMetadata of(Map<MetadataField, Object> values) {
		return values.isEmpty() ? NONE : new FurtherMetadata(Collections.unmodifiableMap(new EnumMap<>(values)));
	}

	public FurtherMetadata with(MetadataField field, Object value) {
		Map<MetadataField, Object> more = new EnumMap<>(MetadataField.class);
		more.putAll(this.values);
		more.put(field, value);
		return of(more);
	}

	public Map<MetadataField, Object> values() {
		return this.values;
	}

	public Optional<String> text(MetadataField field) {
		return value(field, String.class);
	}

	/** An absent flag is false. */
	public boolean flag(MetadataField field) {
		return value(field, Boolean.class).orElse(false);
	}

	public OptionalLong number(MetadataField field) {
		return value(field, Number.class).map(Number::longValue).map(OptionalLong::of).orElseGet(OptionalLong::empty);
	}

	public List<String> texts(MetadataField field) {
		return (this.values.get(field) instanceof List<?> list) ? list.stream().map(String::valueOf).toList()
				: List.of();
	}

	/** A JSON object, for example the client's keys (RFC 7517 §5). */
	@SuppressWarnings("unchecked")
	public Optional<Map<String, Object>> object(MetadataField field) {
		return value(field, Map.class).map((object) -> (Map<String, Object>) object);
	}

	private <T> Optional<T> value(MetadataField field, Class<T> type) {
		return Optional.ofNullable(this.values.get(field)).filter(type::isInstance).map(type::cast);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof FurtherMetadata metadata && this.values.equals(metadata.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString();
	}

}
