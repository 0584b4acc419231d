package dev.quartet.auth.rfc6749;

import dev.quartet.auth.flow.Costs;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the promises on H2. */
@QuartetServer
class ClientSecretTests implements ClientSecretContract {

	@Autowired
	private Flows flows;

	@Autowired
	private Costs costs;

	@Autowired
	private JdbcClient database;

	@Override
	public Flows flows() {
		return this.flows;
	}

	@Override
	public Costs costs() {
		return this.costs;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

}
