package dev.quartet.app.pending;

import dev.quartet.app.fakes.Stored;
import dev.quartet.app.fakes.TestClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the contract on the embedded database. */
@Stored
record H2PendingLoginsJdbcTests(@Autowired PendingLogins pending, @Autowired JdbcClient database,
		@Autowired TestClock clock) implements PendingLoginsContract {
}
