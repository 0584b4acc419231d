package dev.quartet.api.rfc7662;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.OtherServiceTest;
import dev.quartet.api.TestIntrospection;
import dev.quartet.api.TestIssuer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 7662: which opaque tokens are accepted, and how often their issuer is asked. */
@OtherServiceTest
@ExtendWith(OutputCaptureExtension.class)
class IntrospectionTests {

	private final ApiClient api;

	private final TestIntrospection issuer = TestIntrospection.trusted();

	private final String token = "opaque-" + UUID.randomUUID();

	IntrospectionTests(ApiClient api) {
		this.api = api;
	}

	@AfterEach
	void answerAgain() {
		issuer.answerWith(200);
	}

	@Test
	void acceptsAnActiveTokenAndAsksOnceInASecond() {
		issuer.issue(token, Map.of());
		int before = issuer.questions();
		for (int i = 0; i < 20; i++) {
			assertThat(api.get("/who", token).body()).isEqualTo("PERSON opal of " + issuer.url());
		}
		assertThat(issuer.questions() - before).isBetween(1, 2);
	}

	@Test
	void provesWhoAsks() {
		refuses("The issuer says that this token is not active");
		assertThat(issuer.credentials()).isEqualTo(
				"Basic " + Base64.getEncoder().encodeToString("shop+api:s%2Bcret".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void refusesAnInactiveTokenWithoutAskingEachTime() {
		int before = issuer.questions();
		for (int i = 0; i < 20; i++) {
			refuses("not active");
		}
		assertThat(issuer.questions() - before).isBetween(1, 2);
	}

	@Test
	void noticesARevocationWithinSeconds() throws InterruptedException {
		issuer.issue(token, Map.of());
		assertThat(api.get("/who", token).status()).isEqualTo(200);
		issuer.revoke(token);
		Thread.sleep(1_100);
		refuses("not active");
	}

	@Test
	void refusesATokenForAnotherAudienceOrForNone() {
		issuer.issue(token, Map.of("aud", List.of("https://calendar.example")));
		refuses("aud does not contain");
		issuer.issue(token + "-2", Map.of("aud", ""));
		refuses(token + "-2", "aud does not contain");
	}

	@Test
	void refusesWhatTheAnswerForbids() {
		issuer.issue(token, Map.of("exp", 1_000_000_000));
		refuses("expired");
		issuer.issue(token + "-2", Map.of("iss", "https://other.example"));
		refuses(token + "-2", "iss is not");
		issuer.issue(token + "-3", Map.of("nbf", 33_000_000_000L));
		refuses(token + "-3", "not valid yet");
	}

	@Test
	void tellsMachinesByTheirSubject() {
		issuer.issue(token, Map.of("sub", ""));
		refuses("sub is missing");
		issuer.issue(token + "-2", Map.of("sub", "quartet-app"));
		assertThat(api.get("/who", token + "-2").body()).startsWith("MACHINE quartet-app");
		issuer.issue(token + "-3", Map.of("sub", "", "client_id", ""));
		refuses(token + "-3", "sub is missing");
	}

	@Test
	void refusesARefreshTokenThatItsIssuerCallsActive() {
		issuer.issue(token, Map.of("token_use", "refresh_token"));
		refuses("token_use is not access_token");
		issuer.issue(token + "-2", Map.of("token_use", "access_token"));
		assertThat(api.get("/who", token + "-2").status()).isEqualTo(200);
	}

	@Test
	void refusesAnAnswerThatIsBoundToAKey() {
		issuer.issue(token, Map.of("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")));
		refuses("bound to a key");
	}

	@Test
	void asksOnceAboutATokenThatIsBoundInAWayThatNobodyHereCanCheck() {
		issuer.issue(token, Map.of("cnf", Map.of("kid", "a key")));
		int before = issuer.questions();
		for (int i = 0; i < 20; i++) {
			refuses("bound (cnf) in a way that is not supported");
		}
		assertThat(issuer.questions() - before).isBetween(1, 2);
	}

	@Test
	void asksAboutASignedTokenOfThatIssuerAsWell() {
		String signed = TestToken.person("alice").with("iss", issuer.url()).mint();
		refuses(signed, "not active");
		issuer.issue(signed, Map.of("sub", "alice"));
		int before = issuer.questions();
		assertThat(api.get("/who", TestToken.person("bob").mint()).status()).isEqualTo(200);
		assertThat(issuer.questions()).as("not about another issuer's").isEqualTo(before);
	}

	@Test
	void asksForPatienceWhileTheIssuerIsAwayOrRefusesUs(CapturedOutput output) {
		for (int status : new int[] { 500, 401, 302 }) {
			issuer.answerWith(status);
			Answer answer = api.get("/who", token);
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.header("Retry-After")).isEqualTo("5");
		}
		issuer.answerWith(200);
		refuses("not active");
		assertThat(output).contains("cannot be asked about tokens").doesNotContain(token, "s+cret", "s%2Bcret");
	}

	@Test
	void neverAsksAnybodyAboutATokenOfAnUnknownIssuer() {
		int before = issuer.questions();
		try (TestIssuer stranger = new TestIssuer()) {
			refuses(TestToken.person(stranger, "alice").mint(), "iss is not");
		}
		assertThat(issuer.questions()).isEqualTo(before);
	}

	private void refuses(String reason) {
		refuses(token, reason);
	}

	private void refuses(String token, String reason) {
		Answer answer = api.get("/who", token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_token\"").contains(reason);
	}

}
