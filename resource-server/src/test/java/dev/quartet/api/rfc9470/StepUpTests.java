package dev.quartet.api.rfc9470;

import java.time.Duration;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9470 §3: how a client learns that a person must sign in again. */
@ApiTest
class StepUpTests {

	private final ApiClient api;

	StepUpTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void letsInWhoHasJustSignedIn() {
		Answer answer = api.get("/protected/fresh", alice().at("auth_time", Duration.ofMinutes(-4)).mint());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("message")).startsWith("Hello, alice!");
		assertThat(answer.text("signedInAt")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { -6, -600, 2, 10 })
	void refusesASignInOfAnotherTime(int minutes) {
		refuses(alice().at("auth_time", Duration.ofMinutes(minutes)));
	}

	@Test
	void refusesATokenThatDoesNotTell() {
		refuses(alice());
		refuses(alice().with("auth_time", "now"));
		refuses(alice().with("auth_time", 1e300));
	}

	@Test
	void refusesAMachineWithoutAskingItToSignIn() {
		Answer answer = api.get("/protected/fresh", TestToken.machine("job").at("auth_time", Duration.ZERO).mint());
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.challenge()).isEmpty();
	}

	private static TestToken alice() {
		return TestToken.person("alice");
	}

	private void refuses(TestToken token) {
		Answer answer = api.get("/protected/fresh", token.mint());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("Bearer error=\"insufficient_user_authentication\"")
			.contains("max_age=\"300\"", "resource_metadata=");
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
	}

}
