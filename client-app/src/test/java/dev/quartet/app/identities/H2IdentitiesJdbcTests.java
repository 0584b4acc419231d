package dev.quartet.app.identities;

import dev.quartet.app.fakes.Stored;
import dev.quartet.app.fakes.TestClock;

import org.springframework.beans.factory.annotation.Autowired;

/** Runs the contract on the embedded database. */
@Stored
record H2IdentitiesJdbcTests(@Autowired Identities identities,
		@Autowired TestClock clock) implements IdentitiesContract {
}
