package dev.quartet.auth.seed;

import dev.quartet.auth.users.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Keeps the contract on PostgreSQL. */
@PostgresStore
class PersonSowingIntegrationTests implements PersonSowingContract {

	@Autowired
	private Sowing sowing;

	@Autowired
	private Users users;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private JdbcClient database;

	@Override
	public Sowing sowing() {
		return this.sowing;
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
	public JdbcClient database() {
		return this.database;
	}

}
