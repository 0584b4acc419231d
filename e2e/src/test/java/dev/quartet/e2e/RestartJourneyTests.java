package dev.quartet.e2e;

import dev.quartet.e2e.Program.Answer;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Kills the authorization server in the middle of a flow. */
@Isolated
class RestartJourneyTests {

	private final CodeFlow flow = new CodeFlow();

	@Test
	void completesAFlowWhoseServerDiedBeforeAndAfterTheConsent() {
		Answer consent = this.flow.consentPage();
		killAndStart();
		String code = this.flow.allow(consent);
		assertThat(code).isNotEmpty();
		killAndStart();
		Answer tokens = this.flow.redeem(code);
		assertThat(tokens.status()).isEqualTo(200);
		assertThat(this.flow.redeem(code).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void keepsPeopleSignedInAndTokensValid() {
		String token = this.flow.tokens().json("access_token");
		String keys = this.flow.browser().get("/oauth2/jwks").body();
		killAndStart();
		assertThat(this.flow.browser().get("/oauth2/jwks").body()).isEqualTo(keys);
		assertThat(this.flow.browser().get("/userinfo", "Authorization", "Bearer " + token).status()).isEqualTo(200);
		assertThat(this.flow.browser().follow(this.flow.authorize(CodeFlow.request())).body()).contains("id=\"allow\"");
	}

	private static void killAndStart() {
		Application server = Platform.running().authServer();
		server.kill();
		server.start();
		server.awaitReady();
	}

}
