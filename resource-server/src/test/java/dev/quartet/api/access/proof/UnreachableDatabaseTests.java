package dev.quartet.api.access.proof;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What happens while proofs cannot be remembered. */
@ExtendWith(OutputCaptureExtension.class)
class UnreachableDatabaseTests {

	private final DriverManagerDataSource database = new DriverManagerDataSource(
			"jdbc:h2:mem:proofs;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");

	private final SeenProofs seen = new SeenProofsInDatabase(database);

	@Test
	void refusesProofsAndSaysOnceWhy(CapturedOutput output) {
		for (String id : new String[] { "one", "two", "three" }) {
			ProofRefused refused = catchThrowableOfType(ProofRefused.class,
					() -> seen.isFirst(ProofId.of("key", id), Instant.EPOCH));
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.headers()).containsEntry("Retry-After", "5");
		}
		assertThat(seen.forget(Instant.EPOCH)).isFalse();
		assertThat(output).containsOnlyOnce("DPoP proofs cannot be remembered");
	}

	@Test
	void doesNotStartWithoutItsTable() {
		assertThatIllegalStateException().isThrownBy(seen::open).withMessageContaining("seen_proof");
	}

}
