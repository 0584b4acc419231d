package dev.quartet.auth.resources;

import java.util.Map;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores texts in other languages as one JSON object. */
@Converter
class LocalizedTextsColumn implements AttributeConverter<LocalizedTexts, String> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	@Override
	public String convertToDatabaseColumn(@Nullable LocalizedTexts texts) {
		return (texts != null) ? JSON.writeValueAsString(texts.all()) : "{}";
	}

	@Override
	public LocalizedTexts convertToEntityAttribute(@Nullable String column) {
		return (column != null) ? LocalizedTexts.of(JSON.readValue(column, TEXTS)) : LocalizedTexts.NONE;
	}

}
