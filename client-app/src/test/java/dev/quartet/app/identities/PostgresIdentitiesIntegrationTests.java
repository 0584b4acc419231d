package dev.quartet.app.identities;

import dev.quartet.app.fakes.Stored;
import dev.quartet.app.fakes.TestClock;
import dev.quartet.app.fakes.TestPostgres;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Runs the contract on PostgreSQL. */
@Stored
@ContextConfiguration(initializers = TestPostgres.class)
record PostgresIdentitiesIntegrationTests(@Autowired Identities identities,
		@Autowired TestClock clock) implements IdentitiesContract {
}
