package dev.quartet.auth.protocol;

import java.io.IOException;
import java.time.Duration;

import dev.quartet.auth.flow.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what becomes of somebody who guesses secrets (RFC 6749 §2.3.1, §10.10). */
class ClientRefusalsTests {

	private static final int PER_MINUTE = 30;

	private final MovableClock clock = new MovableClock();

	private final ClientRefusals refusals = new ClientRefusals(
			new ClientGuesses(new GuessSettings(PER_MINUTE), this.clock));

	@Test
	void slowsDownWhoGuessesAndNobodyElse() throws IOException {
		for (int guess = 0; guess < PER_MINUTE; guess++) {
			assertThat(guess("10.0.0.1").getStatus()).isEqualTo(401);
		}
		MockHttpServletResponse refused = guess("10.0.0.1");
		assertThat(refused.getStatus()).isEqualTo(429);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
		assertThat(refused.getContentAsString()).contains("temporarily_unavailable");
		assertThat(guess("10.0.0.2").getStatus()).isEqualTo(401);
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(guess("10.0.0.1").getStatus()).isEqualTo(401);
	}

	private MockHttpServletResponse guess(String address) throws IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
		request.setRemoteAddr(address);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.refusals.onAuthenticationFailure(request, response, ClientRefusals.invalidClient());
		return response;
	}

}
