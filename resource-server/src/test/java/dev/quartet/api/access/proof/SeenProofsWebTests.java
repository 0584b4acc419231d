package dev.quartet.api.access.proof;

import javax.sql.DataSource;

import dev.quartet.api.ApiTest;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThatNoException;

/** Proofs remembered in the embedded database. */
@ApiTest
class SeenProofsWebTests implements SeenProofsContract {

	private final DataSource database;

	SeenProofsWebTests(DataSource database) {
		this.database = database;
	}

	@Override
	public SeenProofs instance() {
		return new SeenProofsInDatabase(database);
	}

	@Override
	public int count() {
		Integer rows = new JdbcTemplate(database).queryForObject("select count(*) from seen_proof", Integer.class);
		return rows == null ? 0 : rows;
	}

	@Test
	void findsItsTable() {
		assertThatNoException().isThrownBy(() -> instance().open());
	}

}
