package dev.quartet.auth.users;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores a person's claims as one JSON object, under the names of the standard. */
@Converter
class ClaimsColumn implements AttributeConverter<Map<StandardClaim, Object>, String> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	@Override
	public String convertToDatabaseColumn(@Nullable Map<StandardClaim, Object> claims) {
		Map<String, Object> object = new TreeMap<>();
		if (claims != null) {
			claims.forEach((claim, value) -> object.put(claim.value(), value));
		}
		return JSON.writeValueAsString(object);
	}

	// A claim that this version does not know yet, or any more, is left out.
	@Override
	public Map<StandardClaim, Object> convertToEntityAttribute(@Nullable String column) {
		Map<StandardClaim, Object> claims = new EnumMap<>(StandardClaim.class);
		if (column != null) {
			JSON.readValue(column, OBJECT)
				.forEach((name, value) -> StandardClaim.of(name).ifPresent((claim) -> claims.put(claim, value)));
		}
		return claims;
	}

}
