package dev.quartet.auth.rfc8252;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says where a native client may listen (RFC 8252 §7.3, §8.3). */
@QuartetServer
class LoopbackTests {

	private final Flows flows;

	LoopbackTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://127.0.0.1:1/callback", "http://127.0.0.1:65535/callback", "http://127.0.0.1/callback" })
	void takesTheRegisteredAddressAtAnyPort(String redirectUri) {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		Form request = flow.request().with("redirect_uri", redirectUri);
		String code = flow.allowAll(flow.signIn("alice", request)).sent("code");
		Form redemption = flow.redemption(code).with("redirect_uri", redirectUri);
		assertThat(flow.token(redemption).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:5173/other", "http://127.0.0.1:5173/callback/", "http://127.0.0.1:5173",
			"http://127.0.0.1:5173/callback?x=1", "http://127.0.0.1:5173/callback#x", "https://127.0.0.1:5173/callback",
			"http://0.0.0.0:1/callback", "http://127.0.0.2:1/callback", "http://127.1:1/callback",
			"http://127.0.0.1.evil/callback", "http://2130706433/callback", "http://0x7f000001/callback",
			"http://localhost:5173/callback", "http://[::1]:5173/callback", "http://[::ffff:127.0.0.1]/callback",
			"http://x@127.0.0.1/callback", "http://127.0.0.1:5173@evil.example/callback",
			"http://127.0.0.1\\@evil.example/callback", "http://127.0.0.1:65536/callback",
			"http://127.0.0.1:-1/callback", "//127.0.0.1/callback" })
	void refusesAnyOtherAddress(String redirectUri) {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		Form request = flow.request().with("redirect_uri", redirectUri);
		Answer answer = flow.authorize(request);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
		assertThat(flow.push(request).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:5174/callback", "http://127.0.0.1/callback" })
	void refusesACodeThatWasSentToAnotherPort(String redirectUri) {
		AuthorizationFlow flow = this.flows.with(TestClient.publicOne());
		Form redemption = flow.redemption(flow.code("alice")).with("redirect_uri", redirectUri);
		assertThat(flow.token(redemption).json("error")).isEqualTo("invalid_grant");
	}

}
