package dev.quartet.auth.clients;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores further metadata as one JSON object, under the names of the registry. */
@Converter
class FurtherMetadataColumn implements AttributeConverter<FurtherMetadata, String> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	@Override
	public String convertToDatabaseColumn(@Nullable FurtherMetadata metadata) {
		Map<String, Object> object = new TreeMap<>();
		if (metadata != null) {
			metadata.values().forEach((field, value) -> object.put(field.value(), value));
		}
		return JSON.writeValueAsString(object);
	}

	// A field that this version does not know yet, or any more, is left out.
	@Override
	public FurtherMetadata convertToEntityAttribute(@Nullable String column) {
		Map<MetadataField, Object> values = new EnumMap<>(MetadataField.class);
		if (column != null) {
			JSON.readValue(column, OBJECT)
				.forEach((name, value) -> MetadataField.of(name).ifPresent((field) -> values.put(field, value)));
		}
		return FurtherMetadata.of(values);
	}

}
