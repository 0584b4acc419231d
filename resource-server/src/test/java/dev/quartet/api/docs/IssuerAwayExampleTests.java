package dev.quartet.api.docs;

import java.util.Map;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.OtherServiceTest;
import dev.quartet.api.TestIntrospection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The example of what a service says while it cannot ask its issuer is what it says. */
@OtherServiceTest
class IssuerAwayExampleTests {

	private final ApiClient api;

	IssuerAwayExampleTests(ApiClient api) {
		this.api = api;
	}

	@AfterEach
	void answerAgain() {
		TestIntrospection.trusted().answerWith(200);
	}

	@Test
	void isTheAnswerThatTheApiGives() {
		TestIntrospection.trusted().answerWith(500);
		Answer answer = api.get("/who", "opaque-token-of-an-issuer-that-is-away");
		assertThat(answer.status()).hasToString(Refusal.SERVICE_UNAVAILABLE.code());
		Map<String, Object> example = Refusal.SERVICE_UNAVAILABLE.example();
		assertThat(answer.text("title")).isEqualTo(example.get("title"));
		assertThat(answer.text("detail")).isEqualTo(example.get("detail"));
		Refusal.SERVICE_UNAVAILABLE.headerNames()
			.forEach((name) -> assertThat(answer.header(name)).as(name).isNotEmpty());
	}

}
