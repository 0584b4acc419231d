package dev.quartet.api.access;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.util.StringUtils;

/**
 * Writes a refusal twice: as a challenge for the client's OAuth code (RFC 6750 §3, RFC
 * 9728 §5.1) and as a problem for its developer (RFC 9457).
 */
final class RefusalWriter {

	private static final String NO_TOKEN = "This needs an access token in the Authorization header";

	private final String metadataAddress;

	private final JsonMapper json;

	RefusalWriter(AccessSettings settings, JsonMapper json) {
		this.metadataAddress = settings.metadataAddress();
		this.json = json;
	}

	void challenge(HttpServletResponse response, String scope) throws IOException {
		setChallenge(response, Map.of(), scope);
		write(response, HttpStatus.UNAUTHORIZED, NO_TOKEN);
	}

	void challenge(HttpServletResponse response, BearerTokenError error) throws IOException {
		Map<String, String> reason = new LinkedHashMap<>();
		reason.put("error", error.getErrorCode());
		String description = StringUtils.hasText(error.getDescription()) ? error.getDescription() : "Refused";
		reason.put("error_description", description);
		setChallenge(response, reason, error.getScope());
		write(response, error.getHttpStatus(), description);
	}

	void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
	}

	private void setChallenge(HttpServletResponse response, Map<String, String> reason, @Nullable String scope) {
		Map<String, String> parameters = new LinkedHashMap<>(reason);
		if (StringUtils.hasText(scope)) {
			parameters.put("scope", scope);
		}
		parameters.put("resource_metadata", metadataAddress);
		// BearerTokenError lets no quote or backslash through, so nothing needs escaping.
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				parameters.entrySet()
					.stream()
					.map((parameter) -> parameter.getKey() + "=\"" + parameter.getValue() + "\"")
					.collect(Collectors.joining(", ", "Bearer ", "")));
	}

}
