package dev.quartet.app.pending;

import dev.quartet.app.fakes.Stored;
import dev.quartet.app.fakes.TestClock;
import dev.quartet.app.fakes.TestPostgres;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Runs the contract on PostgreSQL. */
@Stored
@ContextConfiguration(initializers = TestPostgres.class)
record PostgresPendingLoginsIntegrationTests(@Autowired PendingLogins pending, @Autowired JdbcClient database,
		@Autowired TestClock clock) implements PendingLoginsContract {
}
