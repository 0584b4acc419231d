package dev.quartet.api.observed;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Answer and problem share an id that no caller chooses. */
@ApiTest
class RequestIdTests {

	private final ApiClient api;

	RequestIdTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void putsTheIdOfTheRequestIntoEveryProblem() {
		String token = TestToken.person("alice").scope("notes:read notes:write").mint();
		quoted(api.get("/protected"), 401);
		quoted(api.get("/protected", "garbage"), 401);
		quoted(api.get("/notes", TestToken.person("alice").mint()), 403);
		quoted(api.get("/no/such/path", token), 404);
		quoted(api.post("/notes", token, "{}"), 400);
		quoted(api.post("/notes", token, "x".repeat(70_000)), 413);
		quoted(api.get("/protected;x=1", token), 400);
		quoted(api.get("/failing", token), 500);
	}

	@Test
	void makesAnIdOfItsOwnForEachRequest() {
		String first = api.get("/protected").header("X-Request-Id");
		assertThat(first).matches("[0-9a-f]{16}");
		assertThat(api.send("/protected", (request) -> request.header("X-Request-Id", first)).header("X-Request-Id"))
			.isNotEqualTo(first);
	}

	private static void quoted(ApiClient.Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.text("requestId")).isNotEmpty().isEqualTo(answer.header("X-Request-Id"));
	}

}
