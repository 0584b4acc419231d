package dev.quartet.auth.authorizations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.quartet.auth.users.StandardClaim;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores named claims as a JSON object, in the words of the {@code claims} parameter. */
@Converter
class NamedClaimsColumn implements AttributeConverter<NamedClaims, String> {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<Map<String, List<String>>> OBJECT = new TypeReference<>() {
	};

	@Override
	public String convertToDatabaseColumn(@Nullable NamedClaims claims) {
		return (claims == null || claims.equals(NamedClaims.NONE)) ? "{}" : JSON
			.writeValueAsString(Map.of("userinfo", names(claims.userInfo()), "id_token", names(claims.idToken())));
	}

	@Override
	public NamedClaims convertToEntityAttribute(@Nullable String column) {
		if (column == null || column.equals("{}")) {
			return NamedClaims.NONE;
		}
		Map<String, List<String>> claims = JSON.readValue(column, OBJECT);
		return new NamedClaims(claims(claims.getOrDefault("userinfo", List.of())),
				claims(claims.getOrDefault("id_token", List.of())));
	}

	private static List<String> names(Collection<StandardClaim> claims) {
		return claims.stream().sorted().map(StandardClaim::value).toList();
	}

	private static Set<StandardClaim> claims(Collection<String> names) {
		return names.stream().flatMap((name) -> StandardClaim.of(name).stream()).collect(Collectors.toSet());
	}

}
