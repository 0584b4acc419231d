package dev.quartet.api.access.proof;

import java.time.Duration;

import javax.sql.DataSource;

import dev.quartet.api.MovableClock;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
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
	default void refusesAProofOnEveryInstanceHoweverOftenItIsRepeated() {
		// So late that the application's own purge leaves its row alone.
		MovableClock clock = new MovableClock();
		clock.advance(Duration.ofDays(36_525));
		CheckedApi one = CheckedApi.remembering(instance(), clock);
		CheckedApi other = CheckedApi.remembering(instance(), clock);
		String proof = one.proof().mint();
		assertThat(one.call(proof)).isEmpty();
		for (int i = 0; i < 3; i++) {
			assertThat(other.refusal(proof).description()).isEqualTo("The proof was used before");
			assertThat(one.refusal(proof).description()).isEqualTo("The proof was used before");
		}
	}

	@Test
	default void findsItsTable() {
		assertThatNoException().isThrownBy(() -> instance().open());
	}

}
