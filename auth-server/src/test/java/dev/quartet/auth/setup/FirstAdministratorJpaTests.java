package dev.quartet.auth.setup;

import dev.quartet.auth.seed.H2Store;
import dev.quartet.auth.users.PasswordRules;
import dev.quartet.auth.users.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Keeps the contract on H2. */
@H2Store
class FirstAdministratorJpaTests implements FirstAdministratorContract {

	@Autowired
	private FirstAdministrator administrator;

	@Autowired
	private PasswordRules rules;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private Users users;

	@Autowired
	private JdbcClient database;

	@Override
	public FirstAdministrator administrator() {
		return this.administrator;
	}

	@Override
	public PasswordRules rules() {
		return this.rules;
	}

	@Override
	public PasswordEncoder passwords() {
		return this.passwords;
	}

	@Override
	public Users users() {
		return this.users;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

}
