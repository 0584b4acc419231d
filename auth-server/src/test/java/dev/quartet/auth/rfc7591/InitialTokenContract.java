package dev.quartet.auth.rfc7591;

import java.time.Duration;
import java.util.List;

import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.registration.InitialTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Promises that an initial access token makes as many clients as it is good for, whatever
 * the database and however many try at a time.
 */
interface InitialTokenContract {

	Flows flows();

	MovableClock clock();

	ApplicationContext server();

	JdbcClient database();

	@AfterEach
	default void forgetTheClients() {
		clock().reset();
		database().sql("delete from registration").update();
		database().sql("delete from client where client_id like 'dyn-%'").update();
		database().sql("delete from initial_access_token").update();
	}

	@Test
	default void makesOneClientForManyWhoUseItsLastUse() {
		List<List<Integer>> rounds = Race.rounds(3, (round) -> {
			String token = InitialTokens.one(server());
			return () -> Registering.client().at(flows().browser(), token).status();
		});
		assertThat(rounds).allSatisfy((round) -> assertThat(round).containsOnlyOnce(201).containsOnly(201, 401));
		assertThat(clients()).isEqualTo(3);
	}

	@Test
	default void isKeptAsAHashOnly() {
		String token = InitialTokens.of(server(), 2, Duration.ofHours(1));
		assertThat(database().sql("select hash from initial_access_token").query(String.class).list()).hasSize(1)
			.doesNotContain(token);
	}

	private long clients() {
		return database().sql("select count(*) from registration").query(Long.class).single();
	}

}
