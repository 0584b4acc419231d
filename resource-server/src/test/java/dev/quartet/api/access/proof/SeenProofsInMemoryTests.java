package dev.quartet.api.access.proof;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Proofs remembered where there is no database: by one instance, and only so many. */
@ExtendWith(OutputCaptureExtension.class)
class SeenProofsInMemoryTests implements SeenProofsContract {

	private final SeenProofsInMemory memory = new SeenProofsInMemory(4000);

	@Override
	public SeenProofs instance() {
		return memory;
	}

	@Override
	public int count() {
		return memory.size();
	}

	@Test
	void refusesFurtherProofsWhenItIsFull() {
		SeenProofs seen = new SeenProofsInMemory(1);
		assertThat(seen.isFirst(proof("key", 1), Instant.EPOCH)).isTrue();
		ProofRefused refused = refusal(seen, proof("other", 2));
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.headers()).containsKey("Retry-After");
		assertThat(seen.isFirst(proof("key", 1), Instant.EPOCH)).as("that was used").isFalse();
		seen.forget(Instant.EPOCH.plusSeconds(1));
		assertThat(seen.isFirst(proof("other", 2), Instant.EPOCH)).isTrue();
	}

	@Test
	void leavesRoomForOthersHoweverManyKeysAreGreedy() {
		SeenProofsInMemory seen = new SeenProofsInMemory(1200);
		for (int key = 0; key < 8; key++) {
			fill(seen, "greedy" + key);
		}
		assertThat(seen.size()).isLessThan(1200);
		assertThat(seen.isFirst(proof("modest", 1), Instant.EPOCH)).isTrue();
		assertThat(seen.isFirst(proof("greedy0", 0), Instant.EPOCH)).as("nothing is forgotten early").isFalse();
	}

	@Test
	void givesOneKeyHalfOfTheRoomWhileNobodyElseNeedsIt() {
		assertThat(fill(new SeenProofsInMemory(1200), "busy")).isEqualTo(600);
	}

	@Test
	void givesTheRoomBackThatHasBecomeFree() {
		SeenProofsInMemory seen = new SeenProofsInMemory(1200);
		fill(seen, "busy");
		seen.forget(Instant.EPOCH.plusSeconds(1));
		assertThat(seen.size()).isZero();
		assertThat(fill(seen, "busy")).isEqualTo(600);
	}

	@Test
	void saysOnceThatThereIsNoRoomAndOnceThatThereIs(CapturedOutput output) {
		SeenProofs seen = new SeenProofsInMemory(1);
		seen.isFirst(proof("key", 1), Instant.EPOCH);
		for (int i = 2; i < 5; i++) {
			assertThat(refusal(seen, proof("key", i)).status()).isEqualTo(503);
			seen.forget(Instant.EPOCH);
		}
		assertThat(output).containsOnlyOnce("No room for further DPoP proofs");
		assertThat(output).doesNotContain("room for DPoP proofs again");
		seen.forget(Instant.EPOCH.plusSeconds(1));
		seen.forget(Instant.EPOCH.plusSeconds(1));
		assertThat(output).containsOnlyOnce("There is room for DPoP proofs again");
	}

	@Test
	void saysThatItIsForOneInstance(CapturedOutput output) {
		instance().open();
		assertThat(output).contains("DPoP proofs are remembered in memory");
	}

	private static int fill(SeenProofs seen, String key) {
		int taken = 0;
		while (taken < 10_000) {
			ProofId next = proof(key, taken);
			if (catchThrowable(() -> seen.isFirst(next, Instant.EPOCH)) != null) {
				return taken;
			}
			taken++;
		}
		throw new AssertionError("One key took all");
	}

	private static ProofRefused refusal(SeenProofs seen, ProofId proof) {
		return catchThrowableOfType(ProofRefused.class, () -> seen.isFirst(proof, Instant.EPOCH));
	}

	private static ProofId proof(String key, int number) {
		return ProofId.of(key, "proof " + number);
	}

}
