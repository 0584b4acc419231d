package dev.quartet.e2e;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks at an API's route for more than a token: for a sign-in of just now (RFC 9470). */
class StepUpJourneyTests {

	private final Program api = new Program(Platform.running().resourceServer().address());

	@Test
	void greetsWhoHasJustSignedIn() {
		String token = new CodeFlow().tokens().json("access_token");
		assertThat(this.api.get("/protected/fresh", "Authorization", "Bearer " + token).status()).isEqualTo(200);
	}

}
