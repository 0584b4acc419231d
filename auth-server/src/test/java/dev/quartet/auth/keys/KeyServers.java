package dev.quartet.auth.keys;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.quartet.auth.flow.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Lends the tests of keys several servers on one database, whatever the database. */
interface KeyServers {

	Duration SECOND = Duration.ofSeconds(1);

	SigningKeys keys();

	PlatformTransactionManager transactions();

	JdbcClient database();

	MovableClock clock();

	@BeforeEach
	default void startEmpty() {
		database().sql("delete from signing_key").update();
		clock().reset();
	}

	default Instance instance() {
		return instance(Instance.DEFAULTS);
	}

	default Instance instance(RotationSettings settings) {
		return new Instance(keys(), transactions(), settings, clock());
	}

	default void advance(Duration duration, Instance... instances) {
		clock().advance(duration);
		Consumer<Instance> follow = Instance::follow;
		List.of(instances).forEach(follow);
	}

}
