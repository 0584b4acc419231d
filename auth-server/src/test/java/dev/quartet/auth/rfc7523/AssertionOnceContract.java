package dev.quartet.auth.rfc7523;

import java.util.List;

import dev.quartet.auth.assertions.ClientAssertions;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Promises that an assertion is used once (RFC 7523 §3), whatever the database and
 * however many try at a time.
 */
interface AssertionOnceContract {

	SigningClient CLIENT = SigningClient.named("signs-once");

	Flows flows();

	Clients clients();

	MovableClock clock();

	JdbcClient database();

	ClientAssertions assertions();

	@BeforeEach
	default void registerTheClient() {
		clients().save(CLIENT.registered(clock().instant()));
	}

	@AfterEach
	default void forgetTheClient() {
		clients().deleteById(CLIENT.clientId());
	}

	@Test
	default void refusesAnAssertionThatWasUsed() {
		String assertion = CLIENT.signed(CLIENT.assertion(clock().instant()));
		assertThat(token(assertion).status()).isEqualTo(200);
		Answer again = token(assertion);
		assertThat(again.status()).isEqualTo(401);
		assertThat(again.json("error")).isEqualTo("invalid_client");
	}

	@Test
	default void refusesAnotherAssertionWithTheSameId() {
		Assertion assertion = CLIENT.assertion(clock().instant()).with("jti", "the same");
		assertThat(token(CLIENT.signed(assertion)).status()).isEqualTo(200);
		assertThat(token(CLIENT.signed(assertion.with("nonce", "another"))).status()).isEqualTo(401);
	}

	@Test
	default void letsOneOfManyUseAnAssertion() {
		List<List<Integer>> rounds = Race.rounds(5, (round) -> {
			String assertion = CLIENT.signed(CLIENT.assertion(clock().instant()));
			return () -> token(assertion).status();
		});
		assertThat(rounds).allSatisfy((round) -> assertThat(round).containsOnlyOnce(200).containsOnly(200, 401));
	}

	// Nothing else is asked on the second try, so another instance or this one after a
	// restart decides alike.
	@Test
	default void keepsTheUseInTheDatabaseUntilAfterItsEnd() {
		long before = remembered();
		String assertion = CLIENT.signed(CLIENT.assertion(clock().instant()));
		assertThat(assertions().prove(assertion)).isPresent();
		assertThat(remembered()).isEqualTo(before + 1);
		assertThat(assertions().prove(assertion)).isEmpty();
		database().sql("delete from seen where kind = 'ASSERTION'").update();
		assertThat(assertions().prove(assertion)).isPresent();
	}

	@Test
	default void usesUpNothingForAStranger() {
		Assertion assertion = CLIENT.assertion(clock().instant());
		SigningClient stranger = new SigningClient(CLIENT.clientId(), SigningClient.ecKey("signs-once-1"));
		assertThat(token(stranger.signed(assertion)).status()).isEqualTo(401);
		assertThat(token(CLIENT.signed(assertion)).status()).isEqualTo(200);
	}

	private long remembered() {
		return database().sql("select count(*) from seen where kind = 'ASSERTION'").query(Long.class).single();
	}

	private Answer token(String assertion) {
		return SigningClient.token(flows().browser(), assertion);
	}

}
