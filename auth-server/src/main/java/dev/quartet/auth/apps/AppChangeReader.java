package dev.quartet.auth.apps;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an application wants changed: one small JSON object of texts. */
final class AppChangeReader {

	private static final int MOST_BYTES = 16 * 1024;

	private static final Set<String> NAMES = Set.of("client_id", "scope", "expires_at");

	/** Which of two values counts would be a guess. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private AppChangeReader() {
	}

	static AppChange read(HttpServletRequest request) throws IOException {
		if (!isJson(request.getContentType())) {
			throw new ApiRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json");
		}
		byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
		if (body.length > MOST_BYTES) {
			throw new ApiRefused(HttpStatus.CONTENT_TOO_LARGE, "The body may have at most 16 KiB");
		}
		return change(object(body));
	}

	private static boolean isJson(String contentType) {
		try {
			return contentType != null
					&& MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private static Map<String, Object> object(byte[] body) {
		try {
			Map<String, Object> object = JSON.readValue(body, OBJECT);
			return (object != null) ? object : Map.of();
		}
		catch (JacksonException ex) {
			throw ApiRefused.request("The body must be one JSON object, each of its names once");
		}
	}

	private static AppChange change(Map<String, Object> object) {
		if (!NAMES.containsAll(object.keySet())) {
			throw ApiRefused.request("The body may have client_id, scope and expires_at only");
		}
		String clientId = text(object, "client_id")
			.orElseThrow(() -> ApiRefused.request("client_id must name the application"));
		Optional<Set<String>> stay = text(object, "scope")
			.map((scope) -> Set.of(StringUtils.tokenizeToStringArray(scope, " ")));
		Optional<Instant> expiresAt = text(object, "expires_at").map(AppChangeReader::time);
		if (stay.isEmpty() && expiresAt.isEmpty()) {
			throw ApiRefused.request("scope must say what may stay, or expires_at until when");
		}
		return new AppChange(clientId, stay, expiresAt);
	}

	private static Optional<String> text(Map<String, Object> object, String name) {
		if (!object.containsKey(name)) {
			return Optional.empty();
		}
		if (object.get(name) instanceof String text && !text.isBlank()) {
			return Optional.of(text);
		}
		throw ApiRefused.request(name + " must be a text that says something; to take back everything, DELETE it");
	}

	private static Instant time(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw ApiRefused.request("expires_at must be a time as in 2027-01-31T12:00:00Z (RFC 3339)");
		}
	}

}
