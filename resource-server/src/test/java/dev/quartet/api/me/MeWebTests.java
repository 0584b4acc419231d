package dev.quartet.api.me;

import java.util.List;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each caller sees what her token says, in the claims' own spelling. */
@ApiTest
class MeWebTests {

	private final ApiClient api;

	MeWebTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void showsAPersonWhatHerTokenSays() {
		String token = TestToken.person("alice")
			.scope("openid notes:read")
			.with("auth_time", 1_700_000_000)
			.with("acr", "1")
			.with("amr", List.of("pwd"))
			.mint();
		Answer answer = api.get("/me", token);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("kind", "iss", "sub", "client_id", "scope",
				"aud", "exp", "iat", "auth_time", "acr", "amr");
		assertThat(answer.text("kind")).isEqualTo("person");
		assertThat(answer.text("sub")).isEqualTo("alice");
		assertThat(answer.text("client_id")).isEqualTo("quartet-app");
		assertThat(answer.text("scope")).isEqualTo("openid notes:read");
		assertThat(answer.json().path("aud").toString()).isEqualTo("[\"" + TestToken.RESOURCE + "\"]");
		assertThat(answer.json().path("auth_time").asInt()).isEqualTo(1_700_000_000);
		assertThat(answer.json().path("exp").asLong() - answer.json().path("iat").asLong()).isEqualTo(300);
		assertThat(answer.json().path("amr").toString()).isEqualTo("[\"pwd\"]");
	}

	@Test
	void showsAMachineWhatItsTokenSays() {
		Answer answer = api.get("/me", TestToken.machine("night-job").mint());
		assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("kind", "iss", "sub", "client_id", "aud",
				"exp", "iat");
		assertThat(answer.text("kind")).isEqualTo("machine");
	}

	@Test
	void showsNeitherTheTokenNorOtherClaims() {
		String token = TestToken.person("alice").with("email", "alice@example.com").mint();
		assertThat(api.get("/me", token).body()).doesNotContain(token, "eyJ", "email", "jti", "grant_id");
	}

}
