package dev.quartet.auth.web;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that every error is answered in words and gives nothing away. */
@SpringBootTest(classes = SampleServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ErrorPagesWebTests {

	private static final String[] SECRETS = { "hunter2", "Exception", "java.", "Whitelabel", "Tomcat", "\tat " };

	private Answers answers = new Answers(0);

	@BeforeEach
	void find(@LocalServerPort int port) {
		this.answers = new Answers(port);
	}

	@ParameterizedTest
	@CsvSource({ "/missing, 404, This page does not exist", "/error, 404, This page does not exist",
			"/fails, 500, Something went wrong here", "/form, 405, This page cannot be used like that",
			"/status/400, 400, This request cannot be understood", "/status/403, 403, You may not see this page",
			"/status/413, 413, That is too much data", "/status/418, 418, This request cannot be understood",
			"/status/429, 429, Too many tries", "/status/502, 502, Something went wrong here",
			"/status/503, 503, This server is busy", "/samples/NONE, 400, This request cannot be understood" })
	void tellsABrowserInPlainWords(String path, int status, String title) {
		HttpResponse<String> answer = this.answers.page(path);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo(title);
		assertThat(answer.body()).contains(String.valueOf(status)).doesNotContain(SECRETS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "*/*", "application/json, text/html;q=0.5", "no such type" })
	void tellsAProgramInAProblem(String accept) {
		HttpResponse<String> answer = this.answers.get("/fails", accept);
		assertThat(answer.statusCode()).isEqualTo(500);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body())
			.startsWith("{\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"The fault is on this server")
			.contains("\"request_id\":\"" + requestId(answer) + "\"")
			.doesNotContain(SECRETS);
	}

	@Test
	void tellsAProgramThatSaysNothingInAProblem() {
		HttpResponse<String> answer = this.answers.send(this.answers.request("/missing"));
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	@Test
	void showsTheRequestIdOfTheHeader() {
		HttpResponse<String> answer = this.answers.page("/fails");
		assertThat(requestId(answer)).matches("[0-9a-f]{16}");
		assertThat(Jsoup.parse(answer.body()).select("#request-id").text()).isEqualTo(requestId(answer));
		assertThat(requestId(this.answers.page("/fails"))).isNotEqualTo(requestId(answer));
	}

	@Test
	void doesNotTakeARequestIdFromTheCaller() {
		HttpResponse<String> answer = this.answers.send(this.answers.request("/").header("X-Request-Id", "mine"));
		assertThat(requestId(answer)).matches("[0-9a-f]{16}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fails", "/missing", "/status/400", "/forbidden", "/a;b" })
	void keepsTheSecurityHeaders(String path) {
		HttpResponse<String> answer = this.answers.page(path);
		assertThat(answer.headers().allValues("Content-Security-Policy")).singleElement()
			.asString()
			.startsWith("default-src 'none'; style-src 'self'");
		assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers().allValues("Cache-Control")).singleElement().asString().contains("no-store");
	}

	@Test
	void refusesAPathThatTheFirewallRefuses() {
		HttpResponse<String> answer = this.answers.page("/a;b");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("This request cannot be understood");
	}

	@Test
	void rendersFromAFilterWithHintsForTheDeveloper() {
		HttpResponse<String> answer = this.answers.get("/forbidden", "*/*");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		var page = Jsoup.parse(answer.body());
		assertThat(page.select("h1").text()).isEqualTo("The application’s request is not protected");
		assertThat(page.select(".developer dt").eachText()).contains("Error", "code_challenge");
		assertThat(page.select(".developer dd").eachText()).contains("invalid_request", "<missing>");
	}

	@Test
	void tellsThatTheSessionHasEndedWhenAFormIsStale() {
		HttpResponse<String> answer = this.answers.send(form("word=x").header("Accept", Answers.BROWSER));
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Your session has ended");
	}

	@Test
	void refusesAFormThatIsTooLarge() {
		HttpResponse<String> answer = this.answers
			.send(form("word=" + "x".repeat(3 << 20)).header("Accept", Answers.BROWSER));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("That is too much data");
		assertThat(answer.body()).doesNotContain(SECRETS);
	}

	@Test
	void refusesAHeaderThatIsTooLargeWithOurPage() throws IOException {
		String answer = this.answers.raw("GET / HTTP/1.1", "Host: localhost", "Connection: close", "Accept: text/html",
				"X-Large: " + "x".repeat(1 << 20));
		assertThat(answer).startsWith("HTTP/1.1 4")
			.contains("X-Request-Id: ", "Content-Security-Policy: ", "<h1>")
			.doesNotContain(SECRETS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /%zz HTTP/1.1", "GET /a|b HTTP/1.1", "NONSENSE", "GET / HTTP/9.9" })
	void refusesWhatIsNotHttpWithoutAWordOfTheServer(String line) throws IOException {
		String answer = this.answers.raw(line, "Host: localhost", "Connection: close");
		assertThat(answer).matches("(?s)HTTP/1.1 [45].*").doesNotContain(SECRETS);
	}

	private HttpRequest.Builder form(String body) {
		return this.answers.request("/form")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body));
	}

	private static String requestId(HttpResponse<String> answer) {
		return answer.headers().firstValue("X-Request-Id").orElseThrow();
	}

}
