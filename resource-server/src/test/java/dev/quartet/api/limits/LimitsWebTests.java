package dev.quartet.api.limits;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestKeys;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A client or an address that asks too much is refused, and only it. */
@ApiTest
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:limits;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
		"quartet.api.limits.per-client=1", "quartet.api.limits.per-address=1", "quartet.api.limits.burst=20s" })
class LimitsWebTests {

	private static final int MORE_THAN_THERE_ARE = 60;

	private final ApiClient api;

	LimitsWebTests(ApiClient api) {
		this.api = api;
	}

	// One test, because all requests come from one address.
	@Test
	void refusesTheClientThatCallsTooOftenAndTheAddressThatForgesAndNobodyElse() {
		String token = TestToken.person("alice").with("client_id", "busy").mint();
		ApiClient.Answer last = api.get("/protected", token);
		assertThat(last.header("RateLimit-Policy")).isEqualTo("\"client\";q=20;w=20");
		assertThat(last.header("RateLimit")).isEqualTo("\"client\";r=19;t=1");
		String forged = TestToken.person("alice").mint(TestKeys.generate());
		refusesInTheEnd(token, 200);
		refusesInTheEnd(TestToken.person("bob").with("client_id", "busy").mint(), 200);
		refusesInTheEnd(forged, 401);

		assertThat(api.get("/protected").status()).isEqualTo(429);
		assertThat(api.get("/protected", TestToken.person("bob").with("client_id", "calm").mint()).status())
			.isEqualTo(200);
		assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
	}

	private void refusesInTheEnd(String token, int before) {
		for (int i = 0; i < MORE_THAN_THERE_ARE; i++) {
			ApiClient.Answer answer = api.get("/protected", token);
			if (answer.status() == 429) {
				assertThat(answer.header("Retry-After")).isEqualTo("1");
				assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
				assertThat(answer.text("requestId")).isEqualTo(answer.header("X-Request-Id"));
				assertThat(answer.challenges()).isEmpty();
				return;
			}
			assertThat(answer.status()).isEqualTo(before);
		}
		throw new AssertionError("Nothing was refused");
	}

}
