package dev.quartet.api.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is too large, too deep, too many or of another kind is refused as a problem. */
@ApiTest
class LimitTests {

	private static final int BODY = 64 * 1024;

	private final ApiClient api;

	private final String token = TestToken.person("limits").scope("notes:read notes:write").mint();

	LimitTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void refusesABodyOfOneByteTooMany() {
		refuses(api.post("/notes", token, " ".repeat(BODY)), 400);
		refuses(api.post("/notes", token, " ".repeat(BODY + 1)), 413);
	}

	@Test
	void refusesAChunkedBodyOfOneByteTooMany() {
		refuses(chunked(" ".repeat(BODY)), 400);
		refuses(chunked(" ".repeat(BODY + 1)), 413);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{\"title\":", "{\"a\":{\"a\":" })
	void refusesJsonThatIsNestedTooDeep(String opening) {
		refuses(api.post("/notes", token, opening.repeat(5_000)), 400);
	}

	@Test
	void refusesAnArrayOfManyThings() {
		refuses(api.post("/notes", token, "[" + "0,".repeat(99_999) + "0]"), 413);
		refuses(api.post("/notes", token, "[" + "0,".repeat(30_000) + "0]"), 400);
		refuses(api.post("/notes", token, "{\"title\":[" + "0,".repeat(30_000) + "0]}"), 400);
	}

	@Test
	void refusesAHeaderAboveSixteenKibibytes() {
		assertThat(withHeader("a".repeat(12_000)).status()).isEqualTo(200);
		refuses(withHeader("a".repeat(17_000)), 400);
		refuses(api.send("/notes?q=" + "a".repeat(17_000), authorized()), 400);
	}

	@Test
	void refusesManyHeaders() {
		refuses(api.send("/protected", (request) -> {
			authorized().accept(request);
			for (int i = 0; i < 150; i++) {
				request.header("X-" + i, "a");
			}
		}), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded",
			"multipart/form-data", "application/octet-stream" })
	void takesNothingButJson(String type) {
		refuses(api.send("/notes",
				authorized().andThen((request) -> request.POST(BodyPublishers.ofString("{\"title\":\"Milk\"}"))
					.header("Content-Type", type))),
				415);
	}

	@Test
	void takesNoBodyOfUnknownKind() {
		refuses(api.send("/notes",
				authorized().andThen((request) -> request.POST(BodyPublishers.ofString("{\"title\":\"Milk\"}")))), 415);
	}

	@ParameterizedTest
	@CsvSource({ "PATCH, /notes/00000000-0000-0000-0000-000000000000, DELETE;GET;PUT", "PUT, /notes, GET;POST",
			"DELETE, /me, GET", "POST, /protected, GET" })
	void namesTheMethodsThatThereAre(String method, String path, String allowed) {
		Answer answer = api.call(method, path, token, "");
		refuses(answer, 405);
		assertThat(answer.header("Allow").split(", ?")).contains(allowed.split(";"));
	}

	@Test
	void repeatsNoRequestToItsSender() {
		String answer = api
			.raw("TRACE /protected HTTP/1.1\r\nHost: localhost\r\nX-Secret: hush\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 405").contains("application/problem+json").doesNotContain("hush");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /a|b HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /me HTTP/1.1\r\nHost: a b\r\n\r\n",
			"GET /me HTTP/1.1\r\n\r\n", "GET /me HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
			"G(ET /me HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n" })
	void answersWhatIsNoRequestWithAProblem(String request) {
		assertThat(api.raw(request)).startsWith("HTTP/1.1 400")
			.contains("application/problem+json", "{\"status\":400,\"title\":\"Bad Request\"}")
			.doesNotContain("<html", "Tomcat");
	}

	private Answer withHeader(String value) {
		return api.send("/protected", authorized().andThen((request) -> request.header("X-Large", value)));
	}

	private Answer chunked(String body) {
		return api.send("/notes",
				authorized().andThen((request) -> request
					.POST(BodyPublishers
						.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))))
					.header("Content-Type", "application/json")));
	}

	private Consumer<HttpRequest.Builder> authorized() {
		return (request) -> request.header("Authorization", "Bearer " + token);
	}

	private static void refuses(Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "<");
	}

}
