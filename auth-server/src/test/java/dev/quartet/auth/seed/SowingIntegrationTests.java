package dev.quartet.auth.seed;

import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.users.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Keeps the contract on PostgreSQL. */
@PostgresStore
class SowingIntegrationTests implements SowingContract {

	@Autowired
	private Sowing sowing;

	@Autowired
	private Clients clients;

	@Autowired
	private RegisteredClientRepository registered;

	@Autowired
	private Users users;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private ScopeCatalogue catalogue;

	@Autowired
	private JdbcClient database;

	@Override
	public Sowing sowing() {
		return this.sowing;
	}

	@Override
	public Clients clients() {
		return this.clients;
	}

	@Override
	public RegisteredClientRepository registered() {
		return this.registered;
	}

	@Override
	public Users users() {
		return this.users;
	}

	@Override
	public PasswordEncoder passwords() {
		return this.passwords;
	}

	@Override
	public ScopeCatalogue catalogue() {
		return this.catalogue;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

}
