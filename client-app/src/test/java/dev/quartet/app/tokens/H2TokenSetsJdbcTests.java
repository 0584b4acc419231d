package dev.quartet.app.tokens;

import dev.quartet.app.fakes.Stored;
import dev.quartet.app.fakes.TestClock;
import dev.quartet.app.identities.Identities;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the contract on the embedded database. */
@Stored
record H2TokenSetsJdbcTests(@Autowired TokenSets tokens, @Autowired Identities identities,
		@Autowired JdbcClient database, @Autowired TestClock clock) implements TokenSetsContract {
}
