package dev.quartet.api.rfc9449;

import java.time.Duration;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import dev.quartet.api.TestProof;
import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.Confirmation;
import dev.quartet.api.access.proof.ProofRefused;
import dev.quartet.api.access.proof.Scheme;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * RFC 9449 §11.1: that each proof is good once, and that there may be many (check DP-06).
 */
class ProofReplayTests {

	private static final int PER_SECOND = 100;

	private final CheckedApi api = CheckedApi.start();

	@Test
	void refusesAProofThatWasUsedBefore() {
		String proof = api.proof().mint();
		assertThat(api.call(proof)).isEmpty();
		refuses(api.refusal(proof));
		api.pass(Duration.ofSeconds(30));
		refuses(api.refusal(proof));
	}

	@Test
	void refusesAnotherProofOfTheSameId() {
		assertThat(api.call(api.proof().with("jti", "one"))).isEmpty();
		refuses(api.refusal(api.proof().with("jti", "one").with("more", 1)));
		refuses(api.refusal(api.proof().with("jti", "one").at(Duration.ofSeconds(5))));
	}

	@Test
	void acceptsTheSameIdOfAnotherKey() {
		Confirmation rsa = new Confirmation(TestProof.thumbprint(TestProof.KEYS.rsa()), null);
		assertThat(api.call(api.proof().with("jti", "one"))).isEmpty();
		String other = api.proof().with("jti", "one").byRsa(JWSAlgorithm.RS256).mint();
		assertThat(
				api.proofs().check(CheckedApi.request(other), Scheme.DPOP, CheckedApi.TOKEN, rsa, CheckedApi.SUBJECT))
			.isEmpty();
	}

	@Test
	void remembersNoProofThatItRefused() throws JOSEException {
		TestProof proof = api.proof();
		String[] parts = proof.mint().split("\\.", -1);
		String[] other = api.proof().mint().split("\\.", -1);
		assertThat(api.refusal(parts[0] + "." + parts[1] + "." + other[2]).description())
			.isEqualTo("The proof's signature is wrong");
		assertThat(api.call(proof)).isEmpty();
	}

	@Test
	void accepts1200FreshProofsOfOneKeyWithin30Seconds() {
		for (int i = 0; i < 1200; i++) {
			assertThat(api.call(api.proof())).isEmpty();
			api.pass(Duration.ofMillis(25));
		}
	}

	@Test
	void asksForPatienceBeyondTheLimitOfASecond() {
		CheckedApi slow = CheckedApi.withLimit(PER_SECOND);
		for (int i = 0; i < PER_SECOND; i++) {
			assertThat(slow.call(slow.proof())).isEmpty();
		}
		String proof = slow.proof().mint();
		ProofRefused refused = slow.refusal(proof);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.headers()).containsEntry("Retry-After", "1");
		slow.pass(Duration.ofSeconds(1));
		assertThat(slow.call(proof)).isEmpty();
	}

	@Test
	void letsNobodyUseUpTheLimitOfAKeyThatHeLacks() {
		CheckedApi slow = CheckedApi.withLimit(PER_SECOND);
		String used = slow.proof().mint();
		String[] parts = slow.proof().mint().split("\\.", -1);
		String forged = parts[0] + "." + parts[1] + "." + used.substring(used.lastIndexOf('.') + 1);
		assertThat(slow.call(used)).isEmpty();
		for (int i = 0; i < PER_SECOND; i++) {
			refuses(slow.refusal(used));
			assertThat(slow.refusal(forged).status()).isEqualTo(401);
		}
		assertThat(slow.call(slow.proof())).isEmpty();
	}

	private static void refuses(ProofRefused refused) {
		assertThat(refused.description()).isEqualTo("The proof was used before");
		assertThat(refused.error()).isEqualTo("invalid_dpop_proof");
	}

}
