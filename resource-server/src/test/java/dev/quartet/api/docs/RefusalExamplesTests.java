package dev.quartet.api.docs;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** The document quotes refusals word for word, except how many notes are too many. */
@ApiTest
class RefusalExamplesTests {

	private static final String NOTHING = "/notes/00000000-0000-0000-0000-000000000000";

	private static final String MILK = "{\"title\":\"Milk\"}";

	private final ApiClient api;

	private final ApplicationContext application;

	private final String token = TestToken.person("examples-" + UUID.randomUUID())
		.scope("notes:read notes:write")
		.mint();

	private final EnumSet<Refusal> open = EnumSet.allOf(Refusal.class);

	RefusalExamplesTests(ApiClient api, ApplicationContext application) {
		this.api = api;
		this.application = application;
	}

	@Test
	void areTheAnswersThatTheApiGives() throws ServletException, IOException {
		String note = api.post("/notes", token, MILK).header("Location");
		quotes(Refusal.BAD_REQUEST, api.post("/notes", token, "{}"));
		quotes(Refusal.UNAUTHORIZED, api.get("/notes"));
		quotes(Refusal.FORBIDDEN, api.get("/notes", TestToken.person("alice").mint()));
		quotes(Refusal.NOT_FOUND, api.get(NOTHING, token));
		quotes(Refusal.PRECONDITION_FAILED, api.call("PUT", note, token, MILK, "If-Match", "\"99\""));
		quotes(Refusal.PRECONDITION_REQUIRED, api.call("PUT", note, token, MILK));
		quotes(Refusal.CONTENT_TOO_LARGE, api.post("/notes", token, " ".repeat(70_000)));
		quotes(Refusal.UNSUPPORTED_MEDIA_TYPE,
				api.send("/notes",
						(request) -> request.POST(BodyPublishers.ofString(MILK))
							.header("Content-Type", "text/plain")
							.header("Authorization", "Bearer " + token)));
		for (int i = 1; i < ApiTest.MOST_NOTES; i++) {
			api.post("/notes", token, MILK);
		}
		quotes(Refusal.CONFLICT, api.post("/notes", token, MILK));
		quotes(Refusal.TOO_MANY_REQUESTS, tooMany());
		assertThat(open).as("IssuerAwayExampleTests has it").containsExactly(Refusal.SERVICE_UNAVAILABLE);
	}

	private void quotes(Refusal refusal, Answer answer) {
		assertThat(answer.status()).hasToString(refusal.code());
		refusal.headerNames().forEach((name) -> assertThat(answer.header(name)).as(name).isNotEmpty());
		quotes(refusal, answer.json());
	}

	private void quotes(Refusal refusal, JsonNode answer) {
		assertThat(answer.path("title").asString()).isEqualTo(refusal.example().get("title"));
		assertThat(answer.path("status").asInt()).isEqualTo(refusal.example().get("status"));
		assertThat(answer.path("detail").asString().replace(" " + ApiTest.MOST_NOTES + " ", " 1000 "))
			.isEqualTo(refusal.example().get("detail"));
		open.remove(refusal);
	}

	// From an address of its own, or all other tests would be refused, too.
	private JsonNode tooMany() throws ServletException, IOException {
		Filter limit = Objects
			.requireNonNull(application.getBean("rateLimitFilter", FilterRegistrationBean.class).getFilter());
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/notes");
		request.setRemoteAddr("192.0.2.7");
		MockHttpServletResponse response = new MockHttpServletResponse();
		for (int i = 0; i < 100_000 && response.getStatus() == HttpStatus.OK.value(); i++) {
			response = new MockHttpServletResponse();
			request.clearAttributes();
			limit.doFilter(request, response, new MockFilterChain());
		}
		MockHttpServletResponse refused = response;
		assertThat(refused.getStatus()).hasToString(Refusal.TOO_MANY_REQUESTS.code());
		Refusal.TOO_MANY_REQUESTS.headerNames()
			.forEach((name) -> assertThat(refused.getHeader(name)).as(name).isNotEmpty());
		return JsonMapper.shared().readTree(refused.getContentAsString());
	}

}
