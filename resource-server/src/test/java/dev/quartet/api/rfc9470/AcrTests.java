package dev.quartet.api.rfc9470;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.OtherServiceTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9470 §3: how a client learns that a person must sign in more strongly. */
@OtherServiceTest
class AcrTests {

	private final ApiClient api;

	AcrTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void letsInWhoSignedInStrongly() {
		assertThat(refund(alice().scope("orders:refund").with("acr", "3")).status()).isEqualTo(200);
	}

	@Test
	void refusesAWeakSignInAndNamesTheScopeAsWell() {
		Answer answer = refund(alice().scope("orders:write").with("acr", "1"));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).contains("error=\"insufficient_user_authentication\"", "acr_values=\"2 3\"",
				"scope=\"orders:refund\"");
		assertThat(refund(alice().scope("orders:refund")).status()).isEqualTo(401);
	}

	@Test
	void asksForTheScopeWhenOnlyThatIsMissing() {
		assertThat(refund(alice().with("acr", "2")).challenge()).contains("error=\"insufficient_scope\"");
	}

	private Answer refund(TestToken token) {
		return api.post("/orders/refunds", token.mint(), "");
	}

	private static TestToken alice() {
		return TestToken.person("alice");
	}

}
