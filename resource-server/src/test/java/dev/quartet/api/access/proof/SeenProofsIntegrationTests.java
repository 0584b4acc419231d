package dev.quartet.api.access.proof;

import javax.sql.DataSource;

import dev.quartet.api.PostgresApiTest;

/** Proofs remembered in PostgreSQL. */
@PostgresApiTest
class SeenProofsIntegrationTests implements SeenProofsInDatabaseContract {

	private final DataSource database;

	SeenProofsIntegrationTests(DataSource database) {
		this.database = database;
	}

	@Override
	public DataSource database() {
		return database;
	}

}
