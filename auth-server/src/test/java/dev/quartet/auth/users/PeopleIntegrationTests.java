package dev.quartet.auth.users;

import dev.quartet.auth.seed.PostgresStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the contract on PostgreSQL. */
@PostgresStore
class PeopleIntegrationTests implements PeopleContract {

	@Autowired
	private Users users;

	@Autowired
	private JpaPeople people;

	@Autowired
	private PersonClaims personClaims;

	@Autowired
	private JdbcClient database;

	@Override
	public Users users() {
		return this.users;
	}

	@Override
	public JpaPeople people() {
		return this.people;
	}

	@Override
	public PersonClaims personClaims() {
		return this.personClaims;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

}
