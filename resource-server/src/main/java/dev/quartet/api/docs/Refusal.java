package dev.quartet.api.docs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/** Describes each answer that is no success, with what a client can do about it. */
enum Refusal {

	BAD_REQUEST(HttpStatus.BAD_REQUEST, "Something in the request is wrong; `errors` names each field.",
			"Some values are not acceptable."),

	UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "No token, or one that is not valid here; `WWW-Authenticate` says why.",
			"This needs an access token in the Authorization header", "WWW-Authenticate"),

	FORBIDDEN(HttpStatus.FORBIDDEN, "The token lacks a scope; `WWW-Authenticate` names all that are needed.",
			"The token's scope does not cover this", "WWW-Authenticate"),

	NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing, or nothing that the caller may know of.",
			"You have no such note."),

	CONFLICT(HttpStatus.CONFLICT, "A limit is reached; `type` says which.",
			"You may keep 1000 notes at most. Delete one first."),

	PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "The note is another version than the one in `If-Match`.",
			"Someone changed this note meanwhile. Read it again.", "ETag"),

	CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 64 KiB.",
			"A body may have at most 65536 bytes."),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is not announced as JSON.",
			"Content-Type 'text/plain;charset=UTF-8' is not supported."),

	PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "`If-Match` is missing.",
			"Say in If-Match which version you change: the ETag of your last read, or * for any."),

	TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "The client calls more often than it may.",
			"These are too many requests in so short a time. Wait as long as Retry-After says.",
			"Retry-After RateLimit RateLimit-Policy"),

	SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE,
			"The token cannot be checked, or nothing can be read or written, at the moment.",
			"The issuer cannot be reached, so the token cannot be checked", "Retry-After");

	private static final String PROBLEM = "application/problem+json";

	private final HttpStatus status;

	private final String description;

	private final String example;

	/** Their names, with spaces between them. */
	private final String headers;

	Refusal(HttpStatus status, String description, String example) {
		this(status, description, example, "");
	}

	Refusal(HttpStatus status, String description, String example, String headers) {
		this.status = status;
		this.description = description;
		this.example = example;
		this.headers = headers;
	}

	static Refusal of(HttpStatus status) {
		return Arrays.stream(values()).filter((refusal) -> refusal.status == status).findFirst().orElseThrow();
	}

	String code() {
		return Integer.toString(status.value());
	}

	String reference() {
		return "#/components/responses/" + name();
	}

	ApiResponse response() {
		Map<String, Header> named = new LinkedHashMap<>();
		headerNames().forEach((name) -> named.put(name, new Header().$ref(name)));
		MediaType problem = new MediaType().schema(new Schema<>().$ref("Problem")).example(example());
		return new ApiResponse().description(description)
			.headers(named.isEmpty() ? null : named)
			.content(new Content().addMediaType(PROBLEM, problem));
	}

	List<String> headerNames() {
		return List.of(StringUtils.tokenizeToStringArray(headers, " "));
	}

	Map<String, Object> example() {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("title", status.getReasonPhrase());
		problem.put("status", status.value());
		problem.put("detail", example);
		return problem;
	}

}
