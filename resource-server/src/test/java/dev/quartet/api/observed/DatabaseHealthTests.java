package dev.quartet.api.observed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What it costs to ask whether the database answers. */
class DatabaseHealthTests {

	private final AbsentDatabase database = new AbsentDatabase();

	private final DatabaseHealth health = new DatabaseHealth(database);

	@Test
	void asksTheDatabaseOnceForManyWhoAskAtOnce() {
		health.health();
		int asked = database.asked.get();
		assertThat(asked).isPositive();
		long end = System.nanoTime() + 500_000_000L;
		for (int i = 0; i < 1000 && System.nanoTime() < end; i++) {
			assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		}
		assertThat(database.asked).hasValue(asked);
	}

	/** Counts who asks for a connection. */
	private static final class AbsentDatabase extends AbstractDataSource {

		private final AtomicInteger asked = new AtomicInteger();

		@Override
		public Connection getConnection() throws SQLException {
			asked.incrementAndGet();
			throw new SQLException("absent");
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			return getConnection();
		}

	}

}
