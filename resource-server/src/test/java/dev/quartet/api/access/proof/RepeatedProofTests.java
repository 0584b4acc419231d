package dev.quartet.api.access.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JWSAlgorithm;
import dev.quartet.api.MovableClock;
import dev.quartet.api.TestProof;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a proof costs that is repeated (RFC 9449 §11.1), and whom it may not harm. */
class RepeatedProofTests {

	private static final int TIMES = 20;

	private final CountedStore store = new CountedStore();

	private final MovableClock clock = new MovableClock();

	private final CheckedApi api = CheckedApi.remembering(store, clock);

	private final TestProof proof = api.proof().with("jti", "one");

	@Test
	void asksTheStoreOnceHoweverOftenAProofIsRepeated() {
		assertThat(api.call(proof)).isEmpty();
		refusesRepeatedly(api, proof.mint());
		assertThat(store.questions.get()).isEqualTo(1);
	}

	@Test
	void asksOnceAboutAProofThatAnotherInstanceHasSeen() {
		CheckedApi other = CheckedApi.remembering(store, clock);
		assertThat(api.call(proof)).isEmpty();
		refusesRepeatedly(other, proof.mint());
		assertThat(store.questions.get()).isEqualTo(2);
	}

	@Test
	void looksAtNoSignatureOfAUsedProof() {
		assertThat(api.call(proof)).isEmpty();
		refusesRepeatedly(api, forged());
	}

	@Test
	void letsNobodyBlockAProofWhoCannotSignIt() {
		for (int i = 0; i < TIMES; i++) {
			assertThat(api.refusal(forged()).description()).isEqualTo("The proof's signature is wrong");
		}
		assertThat(api.call(proof)).isEmpty();
	}

	@Test
	void letsNoOtherKeyBlockAProof() {
		Confirmation rsa = new Confirmation(TestProof.thumbprint(TestProof.KEYS.rsa()), null);
		String other = api.proof().with("jti", "one").byRsa(JWSAlgorithm.RS256).mint();
		assertThat(
				api.proofs().check(CheckedApi.request(other), Scheme.DPOP, CheckedApi.TOKEN, rsa, CheckedApi.SUBJECT))
			.isEmpty();
		assertThat(api.refusal(CheckedApi.request(other), Scheme.DPOP, rsa).description())
			.isEqualTo("The proof was used before");
		assertThat(api.call(proof)).isEmpty();
	}

	@Test
	void takesTheIdAgainWhenTheProofHasEnded() {
		assertThat(api.call(proof)).isEmpty();
		api.pass(Duration.ofSeconds(60));
		TestProof next = api.proof().with("jti", "one");
		assertThat(api.refusal(next).description()).isEqualTo("The proof was used before");
		api.pass(Duration.ofSeconds(1));
		store.forget(api.now());
		assertThat(api.refusal(next).description()).as("its own repeat counts as well")
			.isEqualTo("The proof was used before");
		api.pass(Duration.ofSeconds(60));
		store.forget(api.now());
		assertThat(api.call(api.proof().with("jti", "one"))).isEmpty();
	}

	@Test
	void takesAProofLaterThatCouldNotBeRemembered() {
		store.full = true;
		assertThat(api.refusal(proof).status()).isEqualTo(503);
		store.full = false;
		assertThat(api.call(proof)).isEmpty();
	}

	private String forged() {
		String[] parts = proof.mint().split("\\.", -1);
		String other = api.proof().mint();
		return parts[0] + "." + parts[1] + "." + other.substring(other.lastIndexOf('.') + 1);
	}

	private static void refusesRepeatedly(CheckedApi instance, String proof) {
		for (int i = 0; i < TIMES; i++) {
			assertThat(instance.refusal(proof).description()).isEqualTo("The proof was used before");
		}
	}

	/** Counts how often it is asked. */
	private static final class CountedStore implements SeenProofs {

		private final SeenProofs memory = new SeenProofsInMemory(100);

		private final AtomicInteger questions = new AtomicInteger();

		private boolean full;

		@Override
		public void open() {
			memory.open();
		}

		@Override
		public boolean isFirst(ProofId proof, Instant end) {
			questions.incrementAndGet();
			if (full) {
				throw ProofRefused.cannotRemember();
			}
			return memory.isFirst(proof, end);
		}

		@Override
		public boolean forget(Instant now) {
			return memory.forget(now);
		}

	}

}
