package dev.quartet.auth.clients;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Stores a set of words in one column; neither scopes nor URIs contain a space. */
@Converter
class SpaceSeparated implements AttributeConverter<Set<String>, String> {

	@Override
	public String convertToDatabaseColumn(@Nullable Set<String> words) {
		return (words != null) ? String.join(" ", words) : "";
	}

	@Override
	public Set<String> convertToEntityAttribute(@Nullable String column) {
		return Collections
			.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(StringUtils.tokenizeToStringArray(column, " "))));
	}

}
