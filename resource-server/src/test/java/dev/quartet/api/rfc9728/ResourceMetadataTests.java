package dev.quartet.api.rfc9728;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestIssuer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9728 §2 and §3: how a client learns whom to ask for a token. */
@ApiTest
class ResourceMetadataTests {

	private static final String PATH = "/.well-known/oauth-protected-resource";

	private final ApiClient api;

	ResourceMetadataTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void describesTheResourceToEverybody() {
		Answer answer = api.get(PATH);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.text("resource")).isEqualTo("http://localhost:8090");
		assertThat(answer.json().path("authorization_servers").toString())
			.isEqualTo("[\"" + TestIssuer.trusted().url() + "\"]");
		assertThat(answer.json().path("bearer_methods_supported").toString()).isEqualTo("[\"header\"]");
		assertThat(answer.json().path("scopes_supported").toString())
			.isEqualTo("[\"metrics:read\",\"notes:read\",\"notes:share\",\"notes:write\"]");
	}

	@Test
	void promisesNothingThatTheApiCannotDo() {
		assertThat(api.get(PATH).json().propertyNames()).containsExactlyInAnyOrder("resource", "resource_name",
				"authorization_servers", "bearer_methods_supported", "scopes_supported",
				"dpop_signing_alg_values_supported");
	}

	@Test
	void takesTheResourceFromTheSettingsWhateverTheHostHeaderSays() {
		assertThat(api.raw("GET " + PATH + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
				+ "Connection: close\r\n\r\n"))
			.contains("\"resource\":\"http://localhost:8090\"")
			.doesNotContain("evil.example");
	}

}
