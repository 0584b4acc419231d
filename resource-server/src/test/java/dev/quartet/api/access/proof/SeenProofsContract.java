package dev.quartet.api.access.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What remembering proofs means, wherever they are kept. */
interface SeenProofsContract {

	int THREADS = 50;

	int ROUNDS = 10;

	/** Makes an instance; all of them share what they remember. */
	SeenProofs instance();

	/** Answers how many are remembered. */
	int count();

	@Test
	default void takesAProofOnce() {
		SeenProofs seen = instance();
		ProofId proof = proof();
		assertThat(seen.isFirst(proof, end())).isTrue();
		assertThat(seen.isFirst(new ProofId(proof.key(), proof.hash()), end().plusSeconds(60))).isFalse();
		assertThat(seen.isFirst(proof(), end())).isTrue();
	}

	@Test
	default void refusesAProofThatAnotherInstanceHasSeen() {
		ProofId proof = proof();
		assertThat(instance().isFirst(proof, end())).isTrue();
		assertThat(instance().isFirst(proof, end())).isFalse();
	}

	@Test
	default void letsOneOfManyWinOverTwoInstances() throws InterruptedException, ExecutionException {
		List<SeenProofs> instances = List.of(instance(), instance());
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			for (int round = 0; round < ROUNDS; round++) {
				ProofId proof = proof();
				List<Callable<Boolean>> calls = new ArrayList<>();
				for (int i = 0; i < THREADS; i++) {
					SeenProofs seen = instances.get(i % 2);
					calls.add(() -> seen.isFirst(proof, end()));
				}
				int winners = 0;
				for (Future<Boolean> won : threads.invokeAll(calls)) {
					winners += won.get() ? 1 : 0;
				}
				assertThat(winners).isEqualTo(1);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	default void forgetsWhatHasEndedAndNothingElse() {
		SeenProofs seen = instance();
		ProofId lasting = proof();
		seen.isFirst(lasting, end());
		for (int i = 0; i < 1100; i++) {
			seen.isFirst(proof(), end().minusSeconds(120));
		}
		int before = count();
		Instant now = end().minusSeconds(60);
		while (seen.forget(now)) {
			assertThat(count()).isLessThan(before);
		}
		assertThat(count()).isLessThanOrEqualTo(before - 1100);
		assertThat(seen.isFirst(lasting, end())).isFalse();
		assertThat(seen.forget(now)).isFalse();
	}

	// So late that the application's own purge leaves it alone.
	private static Instant end() {
		return Instant.parse("2126-01-01T00:01:00Z");
	}

	private static ProofId proof() {
		return ProofId.of("key", UUID.randomUUID().toString());
	}

}
