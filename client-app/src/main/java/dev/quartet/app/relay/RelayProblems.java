package dev.quartet.app.relay;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.quartet.app.api.ApiTokens;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Tells scripts what went wrong, as problem documents (RFC 9457). */
@Component
class RelayProblems {

	private static final String SOON = "5";

	private final JsonMapper json;

	private final String signIn;

	RelayProblems(JsonMapper json, ApiTokens tokens) {
		this.json = json;
		this.signIn = "/oauth2/authorization/" + tokens.provider();
	}

	void write(RelayProblem problem, HttpServletResponse response) throws IOException {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", problem.type());
		body.put("title", problem.title());
		body.put("status", problem.status().value());
		// Where the script may send the browser; it never goes there by itself.
		if (problem == RelayProblem.SIGN_IN) {
			body.put("href", this.signIn);
		}
		if (problem == RelayProblem.LINK_ACCOUNT) {
			body.put("href", "/links");
		}
		if (problem == RelayProblem.UNAVAILABLE && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
		}
		response.setStatus(problem.status().value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.getOutputStream().write(this.json.writeValueAsBytes(body));
	}

}
