package dev.quartet.api.observed;

import java.util.List;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestKeys;
import dev.quartet.api.TestToken;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The log says what was asked and what became of it, and no secret. */
@ApiTest
class AccessLogTests {

	private static final Pattern LINE = Pattern.compile("method=\\S+ route=\\S+ status=\\d{3} micros=\\d+ bytes=\\d+ "
			+ "client=\\S+ kind=\\S+ reason=\\S+ requestId=\\S+");

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> written = new ListAppender<>();

	private final ApiClient api;

	AccessLogTests(ApiClient api) {
		this.api = api;
	}

	@BeforeEach
	void listen() {
		written.start();
		root.addAppender(written);
	}

	@AfterEach
	void stopListening() {
		root.detachAppender(written);
	}

	@Test
	void writesOneLineForAnAnswerThatQuotesItsRequestId() {
		ApiClient.Answer answer = api.get("/protected?q=1", TestToken.person("alice").mint());
		String line = lineOf(answer);
		assertThat(line).matches(LINE)
			.startsWith("method=GET route=/protected status=200 ")
			.contains(" bytes=" + answer.body().length() + " client=quartet-app kind=person reason=- ")
			.doesNotContain("alice");
	}

	@Test
	void saysWhyARequestWasRefused() {
		assertThat(lineOf(api.get("/notes/17"))).contains("route=/notes/{id} status=401",
				"client=- kind=- reason=no_token");
		assertThat(lineOf(api.get("/notes", TestToken.machine("robot").mint()))).contains("route=/notes status=403",
				"client=robot kind=machine reason=insufficient_scope");
		assertThat(lineOf(api.get("/protected", "garbage"))).contains("status=401", "reason=invalid_token");
	}

	@Test
	void keepsSecretsOutOfEveryLine() {
		String token = TestToken.person("alice").scope("notes:read").mint();
		String forged = TestToken.person("alice").mint(TestKeys.generate());
		List<ApiClient.Answer> answers = List.of(api.get("/protected", token), api.get("/protected", forged),
				api.get("/protected", "s3cr3t-opaque"), api.get("/shared/s3cr3t-link", token), api.get("/s3cr3t-path"),
				api.get("/protected?access_token=" + token), api.get("/protected?q=s3cr3t-query", token),
				api.get("/protected;s3cr3t-parameter", token),
				api.post("/notes", token, "{\"title\":\"s3cr3t-title\",\"s3cr3t-field\":1}"),
				api.send("/protected", (request) -> request.header("Authorization", "Basic s3cr3t-basic")),
				api.send("/protected",
						(request) -> request.header("Authorization", "DPoP " + token)
							.header("DPoP", forged)
							.header("Cookie", "s3cr3t-cookie=1")),
				api.send("/failing", (request) -> request.header("Authorization", "Bearer " + token)));
		answers.forEach(this::lineOf);
		for (ILoggingEvent event : List.copyOf(written.list)) {
			assertThat(event.toString() + event.getFormattedMessage() + event.getMDCPropertyMap()
					+ event.getKeyValuePairs())
				.doesNotContain("s3cr3t", signature(token), signature(forged), "eyJ");
		}
	}

	@Test
	void letsNobodyWriteLinesOfHerOwn() {
		String client = "evil\r\nmethod=GET route=/fake status=200 \u001b[2J\u2028\u202e";
		List<String> lines = List.of(
				lineOf(api.get("/protected", TestToken.person("alice").with("client_id", client).mint())),
				lineOf(api.get("/protected%0D%0Amethod=GET")), lineOf(api.get("/%0aroute=fake?x=%0d%0a")),
				lineOf(api.send("/protected", (request) -> request.header("X-Request-Id", "mine"))));
		assertThat(lines).allSatisfy((line) -> assertThat(line).matches(LINE).doesNotContain("fake status", "=mine"));
	}

	private static String signature(String token) {
		return token.substring(token.lastIndexOf('.') + 1);
	}

	// The line is written when the answer has already gone out.
	private String lineOf(ApiClient.Answer answer) {
		String id = "requestId=" + answer.header("X-Request-Id");
		return Awaitility.await()
			.until(() -> List.copyOf(written.list)
				.stream()
				.filter((event) -> "access".equals(event.getLoggerName()))
				.map(ILoggingEvent::getFormattedMessage)
				.filter((line) -> line.endsWith(id))
				.findFirst()
				.orElse(""), (line) -> !line.isEmpty());
	}

}
