package dev.quartet.api.limits;

import java.util.function.Supplier;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestKeys;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A client, person or address that asks too much is refused, and nobody else. */
@ApiTest
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:limits;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
		"quartet.api.limits.per-client=2", "quartet.api.limits.per-person=1", "quartet.api.limits.per-address=1",
		"quartet.api.limits.burst=20s" })
class LimitsWebTests {

	private static final int MORE_THAN_THERE_ARE = 60;

	private static final String METADATA = "/.well-known/oauth-protected-resource";

	private final ApiClient api;

	LimitsWebTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void refusesThePersonWhoCallsTooOftenAndThenHerClientAndNobodyElse() {
		Answer first = call("alice", "busy");
		assertThat(first.header("RateLimit-Policy")).isEqualTo("\"person\";q=20;w=20");
		assertThat(first.header("RateLimit")).isEqualTo("\"person\";r=19;t=1");
		refuses(() -> call("alice", "busy"), 200, "person");
		assertThat(call("bob", "busy").status()).isEqualTo(200);
		untilRefused(() -> call("bob", "busy"), 200);
		Answer last = refuses(() -> call("carol", "busy"), 200, "client");
		assertThat(last.header("RateLimit-Policy")).isEqualTo("\"client\";q=40;w=20");
		assertThat(last.challenges()).as("the token is good").isEmpty();
		assertThat(call("alice", "calm").status()).isEqualTo(200);
	}

	// One test, because all requests come from one address.
	@Test
	void refusesTheAddressThatForgesAndSaysWhatItsTokensLack() {
		String forged = TestToken.person("alice").mint(TestKeys.generate());
		Answer refused = refuses(() -> api.get("/protected", forged), 401, "address");
		assertThat(refused.challenges()).hasSize(2).first().asString().startsWith("Bearer error=\"invalid_token\"");
		refused = refuses(() -> api.get("/protected"), 401, "address");
		assertThat(refused.challenge()).startsWith("Bearer ").doesNotContain("error").contains("resource_metadata=");
		refused = refuses(() -> api.get(METADATA), 200, "address");
		assertThat(refused.challenges()).isEmpty();
		assertThat(call("alice", "calm").status()).isEqualTo(200);
	}

	private Answer call(String person, String client) {
		return api.get("/protected", TestToken.person(person).with("client_id", client).mint());
	}

	private static Answer refuses(Supplier<Answer> call, int before, String policy) {
		Answer refused = untilRefused(call, before);
		assertThat(refused.json().path("violated-policies").toString()).isEqualTo("[\"" + policy + "\"]");
		assertThat(refused.header("RateLimit")).startsWith("\"" + policy + "\";r=0;t=");
		assertThat(refused.header("Retry-After")).isEqualTo("1");
		assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(refused.text("requestId")).isEqualTo(refused.header("X-Request-Id"));
		return refused;
	}

	private static Answer untilRefused(Supplier<Answer> call, int before) {
		for (int i = 0; i < MORE_THAN_THERE_ARE; i++) {
			Answer answer = call.get();
			if (answer.status() == 429) {
				return answer;
			}
			assertThat(answer.status()).isEqualTo(before);
		}
		throw new AssertionError("Nothing was refused");
	}

}
