package dev.quartet.auth.rfc7591;

import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the promises on H2. */
@QuartetServer
class InitialTokenTests implements InitialTokenContract {

	@Autowired
	private Flows flows;

	@Autowired
	private MovableClock clock;

	@Autowired
	private ApplicationContext server;

	@Autowired
	private JdbcClient database;

	@Override
	public Flows flows() {
		return this.flows;
	}

	@Override
	public MovableClock clock() {
		return this.clock;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

}
