package dev.quartet.api.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input of every kind: a precise problem, never a stack trace. */
@ApiTest
class ProblemTests {

	private final ApiClient api;

	private final String token = TestToken.person("alice").scope("notes:read notes:write").mint();

	ProblemTests(ApiClient api) {
		this.api = api;
	}

	@ParameterizedTest
	@CsvSource({ "GET, /nothing, 404", "PATCH, /notes, 405", "DELETE, /protected, 405", "GET, /error, 404",
			"GET, /notes/42, 400", "GET, /notes?page=-1, 400", "GET, /notes?size=101, 400", "GET, /notes?size=0, 400",
			"GET, /notes?page=x, 400", "GET, /notes?page=99999999999, 400" })
	void answersWithAProblem(String method, String path, int status) {
		isProblem(api.call(method, path, token, ""), status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "7", "\"text\"", "{\"title\":}", "{\"title\":\"a\"} x", "\u0000",
			"{\"title\":\"a\",\"title\":\"b\"}", "{\"title\":{\"a\":1}}", "{\"title\":7}", "{\"title\":true}" })
	void refusesABodyThatIsNotTheJsonItExpects(String body) {
		isProblem(api.post("/notes", token, body), 400);
	}

	@Test
	void refusesDeeplyNestedJson() {
		isProblem(api.post("/notes", token, "{\"title\":" + "[".repeat(30_000)), 400);
	}

	@Test
	void namesAnUnknownField() {
		Answer answer = api.post("/notes", token, "{\"title\":\"Milk\",\"owner\":\"bob\"}");
		isProblem(answer, 400);
		assertThat(answer.json().path("errors").toString())
			.isEqualTo("[{\"field\":\"owner\",\"message\":\"is not a known field\"}]");
	}

	@Test
	void namesAParameterThatIsOutOfRange() {
		assertThat(api.get("/notes?size=1000", token).json().path("errors").toString())
			.isEqualTo("[{\"field\":\"size\",\"message\":\"must be at most 100\"}]");
	}

	@Test
	void refusesOtherMediaTypes() {
		isProblem(api.send("/notes",
				(request) -> request.POST(BodyPublishers.ofString("title=Milk"))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.header("Authorization", "Bearer " + token)),
				415);
		isProblem(
				api.send("/notes",
						(request) -> request.header("Accept", "text/html").header("Authorization", "Bearer " + token)),
				406);
	}

	@Test
	void refusesAMegabyte() {
		String body = "{\"title\":\"Milk\",\"text\":\"" + "a".repeat(1_000_000) + "\"}";
		isProblem(api.post("/notes", token, body), 413);
	}

	@Test
	void refusesAMegabyteOfUnannouncedLength() {
		byte[] body = ("{\"title\":\"" + "a".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
		isProblem(sendChunked(body), 413);
	}

	@Test
	void readsABodyOfUnannouncedLength() {
		assertThat(sendChunked("{\"title\":\"Milk\"}".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(201);
	}

	@Test
	void refusesAHeaderOfAMegabyteWithoutTellingHowItIsBuilt() {
		Answer answer = api.send("/protected", (request) -> request.header("X-Large", "a".repeat(1_000_000)));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).doesNotContain("Exception", "Tomcat/");
	}

	@Test
	void hidesEverythingAboutADefectExceptItsId() {
		Answer answer = api.get("/failing", token);
		isProblem(answer, 500);
		assertThat(answer.text("requestId")).hasSize(16);
		assertThat(answer.body()).doesNotContain("secret_things");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "application/json", "*/*", "image/png" })
	void tellsNoMoreOfADefectWhateverTheCallerReads(String accepted) {
		Answer answer = api.send("/failing",
				(request) -> request.header("Accept", accepted).header("Authorization", "Bearer " + token));
		isProblem(answer, 500);
		assertThat(answer.body()).doesNotContain("secret_things", "<");
		isHardened(answer);
	}

	@Test
	void leavesWhatAMethodDeniesToTheChallenge() {
		Answer answer = api.get("/failing/denied", token);
		isProblem(answer, 403);
		assertThat(answer.challenge()).startsWith("Bearer error=\"insufficient_scope\"");
		assertThat(answer.text("detail")).isEqualTo("The token's scope does not cover this");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/failing/query", "/failing/transaction" })
	void asksForPatienceWhileTheDatabaseIsAway(String path) {
		Answer answer = api.get(path, token);
		isProblem(answer, 503);
		assertThat(answer.header("Retry-After")).isEqualTo("5");
		assertThat(answer.body()).doesNotContain("127.0.0.1", "postgresql", "select");
	}

	@Test
	void hardensEveryAnswer() {
		Answer answer = api.get("/protected", token);
		isHardened(answer);
		assertThat(answer.header("Set-Cookie")).isEmpty();
		assertThat(answer.header("Server")).isEmpty();
	}

	private static void isHardened(Answer answer) {
		assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Cache-Control")).contains("no-store");
	}

	private Answer sendChunked(byte[] body) {
		return api.send("/notes",
				(request) -> request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
					.header("Content-Type", "application/json")
					.header("Authorization", "Bearer " + token));
	}

	private static void isProblem(Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.body()).doesNotContain("Exception", "springframework", "dev.quartet", "eyJ");
	}

}
