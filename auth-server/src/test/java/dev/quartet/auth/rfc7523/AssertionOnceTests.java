package dev.quartet.auth.rfc7523;

import dev.quartet.auth.assertions.ClientAssertions;
import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the promises on H2. */
@QuartetServer
class AssertionOnceTests implements AssertionOnceContract {

	@Autowired
	private Flows flows;

	@Autowired
	private Clients clients;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient database;

	@Autowired
	private ClientAssertions assertions;

	@Override
	public Flows flows() {
		return this.flows;
	}

	@Override
	public Clients clients() {
		return this.clients;
	}

	@Override
	public MovableClock clock() {
		return this.clock;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

	@Override
	public ClientAssertions assertions() {
		return this.assertions;
	}

}
