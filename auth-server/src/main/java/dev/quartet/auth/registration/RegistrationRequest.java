package dev.quartet.auth.registration;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what came with a request to register: one JSON object, and maybe a token. */
final class RegistrationRequest {

	private static final int MOST_BYTES = 64 * 1024;

	private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,512}=*)");

	/** Which of two values counts would be a guess. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private RegistrationRequest() {
	}

	/** A header that carries no token is refused, not passed over. */
	static Optional<String> token(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null) {
			return Optional.empty();
		}
		Matcher bearer = BEARER.matcher(header.trim());
		if (!bearer.matches()) {
			throw RegistrationRefused.token();
		}
		return Optional.of(bearer.group(1));
	}

	static SubmittedMetadata metadata(HttpServletRequest request) throws IOException {
		if (!isJson(request.getContentType())) {
			throw RegistrationRefused.request("expected the content type application/json");
		}
		byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
		if (body.length > MOST_BYTES) {
			throw RegistrationRefused.request("expected at most 64 KiB");
		}
		try {
			Map<String, Object> object = JSON.readValue(body, OBJECT);
			return new SubmittedMetadata((object != null) ? object : Map.of());
		}
		catch (JacksonException ex) {
			throw RegistrationRefused.request("expected one JSON object, each of its names once");
		}
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

}
