package dev.quartet.auth.protocol;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a request that is one JSON object. Its texts are what the fields of a form are
 * elsewhere, so a client may prove in it who it is.
 */
class JsonBodies extends OncePerRequestFilter {

	/** The attribute that holds the object. */
	static final String SENT = "quartet.sent-object";

	private static final int MOST_BYTES = 256 * 1024;

	/** Which of two values counts would be a guess. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getQueryString() != null) {
			refuse(response, HttpStatus.BAD_REQUEST, "The parameters of a POST belong into its body");
			return;
		}
		if (!isJson(request.getContentType())) {
			refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json");
			return;
		}
		byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
		if (body.length > MOST_BYTES) {
			refuse(response, HttpStatus.CONTENT_TOO_LARGE, "The body may have at most 256 KiB");
			return;
		}
		Map<String, Object> object = read(body);
		if (object.isEmpty()) {
			refuse(response, HttpStatus.BAD_REQUEST, "The body must be one JSON object, each of its names once");
			return;
		}
		request.setAttribute(SENT, object);
		chain.doFilter(request, response);
	}

	/** The same request for those who look for the fields of a form. */
	static HttpServletRequest asForm(HttpServletRequest request) {
		Map<String, String[]> texts = new HashMap<>();
		((Map<?, ?>) request.getAttribute(SENT)).forEach((name, value) -> {
			if (value instanceof String text) {
				texts.put(name.toString(), new String[] { text });
			}
		});
		return new HttpServletRequestWrapper(request) {

			@Override
			public Map<String, String[]> getParameterMap() {
				return texts;
			}

		};
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

	private static Map<String, Object> read(byte[] body) {
		try {
			Map<String, Object> object = JSON.readValue(body, OBJECT);
			return (object != null) ? object : Map.of();
		}
		catch (JacksonException ex) {
			return Map.of();
		}
	}

	private static void refuse(HttpServletResponse response, HttpStatus status, String problem) throws IOException {
		MachineErrors.write(response, status.value(), "invalid_request", problem);
	}

}
