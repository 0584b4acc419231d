package dev.quartet.auth.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.quartet.auth.flow.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Promises that of many servers that take a step together one does, whatever the
 * database.
 */
interface KeyRaceContract {

	int RACERS = 24;

	int ROUNDS = 20;

	SigningKeys keys();

	PlatformTransactionManager transactions();

	JdbcClient database();

	@BeforeEach
	default void startEmpty() {
		database().sql("delete from signing_key").update();
	}

	@Test
	default void createsTheFirstKeyOnceWhenServersStartTogether() {
		for (int round = 0; round < ROUNDS; round++) {
			startEmpty();
			List<Instance> servers = servers();
			assertThat(race(servers, Instance::signer)).containsOnly(servers.get(0).signer());
			assertThat(told(servers)).containsExactly("key_created");
			assertThat(servers.get(0).rows()).hasSize(1);
		}
	}

	@Test
	default void takesEveryStepOnce() {
		List<Instance> servers = servers();
		Instance one = servers.get(0);
		one.signer();
		told(servers);
		for (int round = 0; round < ROUNDS; round++) {
			int sequence = one.rows().get(one.rows().size() - 1).sequence() + 1;
			assertThat(race(servers, (server) -> server.steps.announce(TokenAlgorithm.ES256, sequence, Instance.DAY)))
				.containsOnlyOnce(true);
			SigningKey active = one.row(KeyState.ACTIVE);
			SigningKey next = one.row(KeyState.NEXT);
			assertThat(race(servers,
					(server) -> server.steps.bringForward(next, next.createdAt().plus(Instance.DAY.dividedBy(2)))))
				.containsOnlyOnce(true);
			assertThat(race(servers, (server) -> server.steps.replace(active, next))).containsOnlyOnce(true);
			assertThat(one.row(KeyState.ACTIVE).getId()).isEqualTo(next.getId());
			assertThat(race(servers, (server) -> server.steps.remove(active, next.signsFrom()))).containsOnlyOnce(true);
			assertThat(told(servers)).containsExactlyInAnyOrder("key_announced", "key_brought_forward", "key_retired",
					"key_activated", "key_removed");
			assertThat(one.rows()).hasSize(1);
		}
	}

	@Test
	default void alwaysHasOneKeyThatSignsWhileServersRotateAndOperatorsRevoke() {
		List<Instance> servers = servers();
		Instance one = servers.get(0);
		one.signer();
		for (int round = 0; round < ROUNDS; round++) {
			int sequence = one.rows().get(one.rows().size() - 1).sequence() + 1;
			one.steps.announce(TokenAlgorithm.ES256, sequence, Instance.DAY);
			SigningKey active = one.row(KeyState.ACTIVE);
			SigningKey next = one.row(KeyState.NEXT);
			race(servers, (server) -> switch (servers.indexOf(server) % 4) {
				case 0 -> server.operate("revoke", active.getId());
				case 1 -> server.operate("revoke", next.getId());
				case 2 -> server.steps.replace(active, next);
				default -> server.steps.announce(TokenAlgorithm.ES256, sequence + 1, Instance.DAY);
			});
			assertThat(one.rows()).filteredOn((key) -> key.is(KeyState.ACTIVE)).hasSize(1);
			assertThat(keys().findById(active.getId())).hasValueSatisfying((key) -> key.is(KeyState.REVOKED));
			assertThat(one.row(KeyState.ACTIVE).getId()).isNotIn(active.getId(), next.getId());
		}
	}

	private List<Instance> servers() {
		MovableClock clock = new MovableClock();
		return Stream.generate(() -> new Instance(keys(), transactions(), Instance.DEFAULTS, clock))
			.limit(RACERS)
			.toList();
	}

	private static List<String> told(List<Instance> servers) {
		List<String> types = servers.stream().flatMap((server) -> server.events.stream()).map(KeyEvent::type).toList();
		servers.forEach((server) -> server.events.clear());
		return types;
	}

	private static <T> List<T> race(List<Instance> servers, Function<Instance, T> step) {
		ExecutorService racers = Executors.newFixedThreadPool(servers.size());
		try {
			List<Callable<T>> steps = servers.stream().map((server) -> (Callable<T>) () -> step.apply(server)).toList();
			List<T> outcomes = new ArrayList<>();
			for (Future<T> outcome : racers.invokeAll(steps)) {
				outcomes.add(outcome.get());
			}
			return outcomes;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			racers.shutdown();
		}
	}

}
