package dev.quartet.api.access.tokens;

import java.io.IOException;

import dev.quartet.api.Crowd;
import dev.quartet.api.EndlessServer;
import dev.quartet.api.access.keys.IssuerAway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What it costs that an issuer does not answer, or never comes to the end of it. */
class IntrospectionEndpointTests {

	private static final String TOKEN = "opaque";

	@Test
	void letsOnlySoManyWaitForAnIssuerThatIsSilent() throws IOException {
		try (EndlessServer issuer = EndlessServer.silent()) {
			IntrospectionEndpoint endpoint = endpoint(issuer);
			Crowd waiting = Crowd.of(IntrospectionEndpoint.MOST_AT_ONCE, () -> endpoint.ask(TOKEN)).awaitWaiting();
			assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> endpoint.ask(TOKEN));
			assertThat(waiting.isWaiting()).isTrue();
			assertThat(waiting.failures()).hasSize(IntrospectionEndpoint.MOST_AT_ONCE)
				.allSatisfy((failure) -> assertThat(failure).isInstanceOf(IssuerAway.class));
		}
	}

	@Test
	@Timeout(60)
	void hangsUpOnAnAnswerThatNeverEnds() throws IOException, InterruptedException {
		try (EndlessServer issuer = EndlessServer.talking()) {
			assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> endpoint(issuer).ask(TOKEN));
			assertThat(issuer.isHungUp()).isTrue();
		}
	}

	private static IntrospectionEndpoint endpoint(EndlessServer server) {
		return new IntrospectionEndpoint(new IssuerSettings("https://issuer.example", Mode.INTROSPECTION, null, null,
				server.address(), "api", "secret", null, false, null));
	}

}
