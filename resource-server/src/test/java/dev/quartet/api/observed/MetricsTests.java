package dev.quartet.api.observed;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Meters know routes, clients and reasons, and machines with the scope may read them. */
@ApiTest
class MetricsTests {

	private final ApiClient api;

	MetricsTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void countsRefusalsByReasonAndRoute() {
		api.get("/notes/17");
		api.get("/s3cr3t-path", "garbage");
		assertThat(read("/actuator/prometheus"))
			.contains("quartet_api_refusals_total{reason=\"no_token\",route=\"/notes/{id}\"}",
					"quartet_api_refusals_total{reason=\"invalid_token\",route=\"other\"}")
			.doesNotContain("s3cr3t");
	}

	@Test
	void measuresRequestsByClientAndRoute() {
		api.get("/protected", TestToken.machine("robot").mint());
		assertThat(read("/actuator/prometheus")).containsPattern(
				"http_server_requests_seconds_count\\{client=\"robot\",.*method=\"GET\",.*uri=\"/protected\"");
		assertThat(read("/actuator/metrics/http.server.requests?tag=client:robot")).contains("\"uri\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/prometheus", "/actuator/metrics", "/actuator/metrics/jvm.info" })
	void showsMetersToMachinesWithTheScopeOnly(String path) {
		assertThat(api.get(path).status()).isEqualTo(401);
		assertThat(api.get(path, TestToken.person("alice").scope("metrics:read").mint()).status()).isEqualTo(403);
		assertThat(api.get(path, TestToken.machine("robot").mint()).status()).isEqualTo(403);
	}

	private String read(String path) {
		ApiClient.Answer answer = api.get(path, TestToken.machine("watcher").scope("metrics:read").mint());
		assertThat(answer.status()).isEqualTo(200);
		return answer.body();
	}

}
