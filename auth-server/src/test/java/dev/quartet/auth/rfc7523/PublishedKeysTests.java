package dev.quartet.auth.rfc7523;

import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.outbound.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says how keys are followed that a client publishes itself (OpenID Connect Core §10.1).
 */
@QuartetServer
class PublishedKeysTests {

	private static final String KEYS = "/keys";

	private final SigningClient client = SigningClient.named("publisher");

	private final Listener listener = new Listener().at(KEYS, set(this.client.key()));

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	PublishedKeysTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@BeforeEach
	void registerTheClient() {
		this.clients.save(this.client.registered(this.clock.instant(),
				SigningClient.keysAt(this.listener.address(KEYS).toString())));
	}

	@AfterEach
	void forgetTheClient() {
		this.clock.reset();
		this.clients.deleteById(this.client.clientId());
		this.listener.close();
	}

	@Test
	void asksForTheKeysOnce() {
		for (int i = 0; i < 5; i++) {
			assertThat(token(this.client.key())).isEqualTo(200);
		}
		assertThat(this.listener.asked()).hasSize(1);
	}

	@Test
	void asksForTheKeysOnceWhenManyComeAtATime() {
		assertThat(Race.of(() -> token(this.client.key()))).containsOnly(200);
		assertThat(this.listener.asked()).hasSize(1);
	}

	@Test
	void followsAKeyThatWasPublishedSince() {
		assertThat(token(this.client.key())).isEqualTo(200);
		this.clock.advance(Duration.ofSeconds(1));
		ECKey next = SigningClient.ecKey("publisher-2");
		this.listener.change(KEYS, set(next));
		assertThat(token(next)).isEqualTo(200);
		assertThat(token(this.client.key())).isEqualTo(401);
	}

	@Test
	void asksOnceIn30SecondsForUnknownKeys() {
		ECKey unknown = SigningClient.ecKey("unknown");
		for (int i = 0; i < 20; i++) {
			assertThat(token(unknown)).isEqualTo(401);
			this.clock.advance(Duration.ofSeconds(1));
		}
		assertThat(this.listener.asked()).hasSize(1);
		this.clock.advance(Duration.ofSeconds(31));
		assertThat(token(unknown)).isEqualTo(401);
		assertThat(token(this.client.key())).isEqualTo(200);
		assertThat(this.listener.asked()).hasSize(2);
	}

	@Test
	void forgetsAKeyThatWasWithdrawn() {
		assertThat(token(this.client.key())).isEqualTo(200);
		this.listener.change(KEYS, set(SigningClient.ecKey("publisher-2")));
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(token(this.client.key())).isEqualTo(401);
	}

	@Test
	void goesOnForAWhileWhenTheAddressIsDown() {
		assertThat(token(this.client.key())).isEqualTo(200);
		this.listener.change(KEYS, "<html>down for maintenance</html>");
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(token(this.client.key())).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(11));
		assertThat(token(this.client.key())).isEqualTo(401);
	}

	@Test
	void trustsNoKeyThatIsNotPublic() {
		this.listener.change(KEYS, new JWKSet(List.<JWK>of(this.client.key())).toString(false));
		assertThat(token(this.client.key())).isEqualTo(401);
	}

	@Test
	void asksAnotherAddressAtOnceWhenTheClientMoves() {
		assertThat(token(this.client.key())).isEqualTo(200);
		ECKey next = SigningClient.ecKey("publisher-2");
		this.listener.at("/moved", set(next));
		this.clients.save(this.client.registered(this.clock.instant(),
				SigningClient.keysAt(this.listener.address("/moved").toString())));
		assertThat(token(next)).isEqualTo(200);
		assertThat(token(this.client.key())).isEqualTo(401);
	}

	private int token(ECKey key) {
		SigningClient signer = new SigningClient(this.client.clientId(), key);
		return SigningClient.token(this.flows.browser(), signer.signed(signer.assertion(this.clock.instant())))
			.status();
	}

	private static String set(ECKey key) {
		return new JWKSet(List.<JWK>of(key.toPublicJWK())).toString();
	}

}
