package dev.quartet.auth.rfc6749;

import java.time.Duration;
import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what becomes of somebody who guesses secrets (RFC 6749 §2.3.1, §10.10). */
@QuartetServer
class ClientGuessTests {

	private static final int PER_MINUTE = 5000;

	private final Flows flows;

	private final OwnClients clients;

	private final MovableClock clock;

	ClientGuessTests(@Autowired Flows flows, @Autowired OwnClients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@AfterEach
	void forget() {
		this.clients.forget("guessed-at");
		this.clock.reset();
	}

	@Test
	void slowsDownWhoGuessesAndLocksNobodyOut() {
		TestClient client = this.clients.register("guessed-at", "openid", Map.of());
		TestClient wrong = new TestClient(client.clientId(), "x".repeat(32), client.redirectUri(), client.scope());
		Answer answer = token(wrong);
		for (int guess = 0; guess < PER_MINUTE && answer.status() == 401; guess++) {
			answer = token(wrong);
		}
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.json("error")).isEqualTo("temporarily_unavailable");
		assertThat(answer.header("Retry-After")).isEqualTo("60");
		assertThat(token(client).json("error")).isEqualTo("unauthorized_client");
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(token(wrong).status()).isEqualTo(401);
	}

	private Answer token(TestClient client) {
		return this.flows.browser()
			.post("/oauth2/token", Form.empty().and("grant_type", "client_credentials"), client.basic());
	}

}
