package dev.quartet.api.access.proof;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThatNoException;

/** Says what every database must do with proofs. */
interface SeenProofsInDatabaseContract extends SeenProofsContract {

	DataSource database();

	@Override
	default SeenProofs instance() {
		return new SeenProofsInDatabase(database());
	}

	@Override
	default int count() {
		Integer rows = new JdbcTemplate(database()).queryForObject("select count(*) from seen_proof", Integer.class);
		return rows == null ? 0 : rows;
	}

	@Test
	default void findsItsTable() {
		assertThatNoException().isThrownBy(() -> instance().open());
	}

}
