package dev.quartet.auth.clients;

import dev.quartet.auth.seed.H2Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the contract on H2. */
@H2Store
class RegisteredClientsJpaTests implements RegisteredClientsContract {

	@Autowired
	private Clients clients;

	@Autowired
	private JpaRegisteredClients registered;

	@Autowired
	private JdbcClient database;

	@Override
	public Clients clients() {
		return this.clients;
	}

	@Override
	public JpaRegisteredClients registered() {
		return this.registered;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

}
