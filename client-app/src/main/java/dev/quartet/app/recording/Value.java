package dev.quartet.app.recording;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Is what may be kept of a value: exactly one of its components is there.
 *
 * @param text the value itself, where everybody may see it
 * @param hidden what is known of a secret
 * @param jwt a signed token, decoded
 * @param parts what it consists of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Value(@Nullable String text, @Nullable Hidden hidden, @Nullable Jwt jwt, @Nullable List<Part> parts) {

	public static Value text(String text) {
		return new Value(text, null, null, null);
	}

	static Value hidden(Hidden hidden) {
		return new Value(null, hidden, null, null);
	}

	static Value jwt(Jwt jwt) {
		return new Value(null, null, jwt, null);
	}

	static Value parts(List<Part> parts) {
		return new Value(null, null, null, List.copyOf(parts));
	}

}
