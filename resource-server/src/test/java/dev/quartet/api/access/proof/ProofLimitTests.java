package dev.quartet.api.access.proof;

import java.time.Duration;
import java.util.List;

import dev.quartet.api.MovableClock;
import org.assertj.core.api.ThrowableAssert;
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
	void takesNoMoreOfOneSubjectHoweverManyKeysItHas() {
		ProofLimit limit = limit(1000, 10_000);
		for (int key = 0; key < 10; key++) {
			for (int i = 0; i < 100; i++) {
				limit.take("key" + key, "issuer mallory");
			}
		}
		assertThat(refusal(() -> limit.take("another key", "issuer mallory")).status()).isEqualTo(429);
		assertThat(refusal(() -> limit.requireRoom("another key", "issuer mallory")).status()).isEqualTo(429);
		limit.requireRoom("key1", "issuer alice");
		assertThat(taken(limit, "alice's")).isEqualTo(1000);
	}

	@Test
	void givesARepeatedProofBackToItsKeyButNotToTheTotal() {
		ProofLimit limit = limit(1, 3);
		for (int i = 0; i < 3; i++) {
			limit.take("key", "issuer alice").run();
		}
		assertThat(taken(limit, "key")).as("the store was asked that often").isZero();
	}

	@Test
	void givesARepeatedProofBackToTheSecondThatItWasTakenIn() {
		ProofLimit limit = limit(2, 20);
		Runnable giveBack = limit.take("key", "issuer alice");
		clock.advance(Duration.ofSeconds(1));
		giveBack.run();
		assertThat(taken(limit, "key")).isEqualTo(2);
	}

	@Test
	void refusesWhatIsTooManyBeforeItCostsAnything() {
		ProofLimit limit = limit(2, 20);
		limit.take("key", "issuer alice");
		limit.requireRoom("key", "issuer alice");
		limit.take("key", "issuer bob");
		assertThat(refusal(() -> limit.requireRoom("key", "issuer carol")).status()).isEqualTo(429);
		clock.advance(Duration.ofSeconds(1));
		limit.requireRoom("key", "issuer carol");
	}

	@Test
	void countsOnWhenAThreadComesLate() {
		ProofLimit limit = limit(2, 20);
		clock.advance(Duration.ofSeconds(1));
		limit.take("key", "issuer alice");
		clock.advance(Duration.ofSeconds(-1));
		limit.take("key", "issuer alice");
		clock.advance(Duration.ofSeconds(1));
		assertThat(refusal(() -> limit.take("key", "issuer alice")).status()).isEqualTo(429);
	}

	private ProofLimit limit(int perKey, int perSecond) {
		return new ProofLimit(new ProofSettings(true, Duration.ofSeconds(30), List.of(), perKey, perSecond, false, ""),
				clock);
	}

	private static ProofRefused refusal(ThrowableAssert.ThrowingCallable taking) {
		return catchThrowableOfType(ProofRefused.class, taking);
	}

	private static int taken(ProofLimit limit, String key) {
		for (int i = 0; i < MORE_THAN_ALLOWED; i++) {
			String subject = "issuer person" + i;
			ProofRefused refused = refusal(() -> limit.take(key, subject));
			if (refused != null) {
				assertThat(refused.status()).isEqualTo(429);
				return i;
			}
		}
		throw new AssertionError("Nothing was refused");
	}

}
