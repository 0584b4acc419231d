package dev.quartet.api.access.proof;

import javax.sql.DataSource;

import dev.quartet.api.ApiTest;

/** Proofs remembered in the embedded database. */
@ApiTest
class SeenProofsWebTests implements SeenProofsInDatabaseContract {

	private final DataSource database;

	SeenProofsWebTests(DataSource database) {
		this.database = database;
	}

	@Override
	public DataSource database() {
		return database;
	}

}
