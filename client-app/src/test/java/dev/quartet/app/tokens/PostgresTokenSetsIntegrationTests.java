package dev.quartet.app.tokens;

import dev.quartet.app.fakes.Stored;
import dev.quartet.app.fakes.TestClock;
import dev.quartet.app.fakes.TestPostgres;
import dev.quartet.app.identities.Identities;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Runs the contract on PostgreSQL. */
@Stored
@ContextConfiguration(initializers = TestPostgres.class)
record PostgresTokenSetsIntegrationTests(@Autowired TokenSets tokens, @Autowired Identities identities,
		@Autowired JdbcClient database, @Autowired TestClock clock) implements TokenSetsContract {
}
