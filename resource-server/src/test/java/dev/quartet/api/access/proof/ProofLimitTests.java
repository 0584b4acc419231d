package dev.quartet.api.access.proof;

import java.time.Duration;
import java.util.List;

import dev.quartet.api.MovableClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** How many proofs an instance takes in a second, of one key and of all. */
class ProofLimitTests {

	private static final int MORE_THAN_ALLOWED = 30_000;

	private final MovableClock clock = new MovableClock();

	@Test
	void takesWhatABusyBackendNeedsThatHasOneKeyForAllItsPeople() {
		assertThat(taken(limit(1000, 10_000), "key")).isEqualTo(1000);
	}

	@Test
	void takesNoMoreOfAllKeysThanItsTotal() {
		ProofLimit limit = limit(1000, 1500);
		assertThat(taken(limit, "one")).isEqualTo(1000);
		assertThat(taken(limit, "two")).isEqualTo(500);
		assertThat(taken(limit, "three")).isZero();
		clock.advance(Duration.ofSeconds(1));
		assertThat(taken(limit, "three")).isEqualTo(1000);
	}

	@Test
	void givesARepeatedProofBackToItsKeyButNotToTheTotal() {
		ProofLimit limit = limit(1, 3);
		for (int i = 0; i < 3; i++) {
			limit.count("key");
			limit.discount("key");
		}
		assertThat(taken(limit, "key")).as("the store was asked that often").isZero();
	}

	private ProofLimit limit(int perKey, int perSecond) {
		return new ProofLimit(new ProofSettings(true, Duration.ofSeconds(30), List.of(), perKey, perSecond, false, ""),
				clock);
	}

	private static int taken(ProofLimit limit, String key) {
		for (int i = 0; i < MORE_THAN_ALLOWED; i++) {
			ProofRefused refused = catchThrowableOfType(ProofRefused.class, () -> limit.count(key));
			if (refused != null) {
				assertThat(refused.status()).isEqualTo(429);
				return i;
			}
		}
		throw new AssertionError("Nothing was refused");
	}

}
