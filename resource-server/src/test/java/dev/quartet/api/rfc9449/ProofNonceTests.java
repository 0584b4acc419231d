package dev.quartet.api.rfc9449;

import java.time.Duration;
import java.util.List;

import dev.quartet.api.MovableClock;
import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.ProofRefused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9449 §9: nonces of the resource server (check DP-07). */
class ProofNonceTests {

	private static final Duration STEP = Duration.ofMinutes(5);

	private final MovableClock clock = new MovableClock();

	private final CheckedApi api = CheckedApi.withNonces(clock);

	private final CheckedApi otherInstance = CheckedApi.withNonces(clock);

	@Test
	void demandsANonceAndTakesTheRetry() {
		String nonce = demanded(api.refusal(api.proof()));
		assertThat(api.call(api.proof().with("nonce", nonce))).isEmpty();
		assertThat(api.call(api.proof().with("nonce", nonce))).isEmpty();
	}

	@Test
	void takesANonceOfAnotherInstance() {
		String nonce = demanded(api.refusal(api.proof()));
		assertThat(otherInstance.call(api.proof().with("nonce", nonce))).isEmpty();
	}

	@Test
	void refusesAStaleNonce() {
		String nonce = demanded(api.refusal(api.proof()));
		clock.advance(STEP.multipliedBy(2));
		String fresh = demanded(api.refusal(api.proof().with("nonce", nonce)));
		assertThat(fresh).isNotEqualTo(nonce);
		assertThat(api.call(api.proof().with("nonce", fresh))).isEmpty();
	}

	@Test
	void offersAFreshNonceBeforeTheOldOneEnds() {
		String nonce = demanded(api.refusal(api.proof()));
		clock.advance(STEP);
		String fresh = api.call(api.proof().with("nonce", nonce)).get("DPoP-Nonce");
		assertThat(fresh).isNotNull().isNotEqualTo(nonce);
		assertThat(api.call(api.proof().with("nonce", fresh))).isEmpty();
	}

	@Test
	void refusesAMadeUpNonce() {
		for (Object nonce : new Object[] { "", "x", 1, List.of(), "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I" }) {
			demanded(api.refusal(api.proof().with("nonce", nonce)));
		}
	}

	@Test
	void asksForNoNonceWhereItIsOff() {
		CheckedApi plain = CheckedApi.start();
		assertThat(plain.call(plain.proof())).isEmpty();
		assertThat(plain.call(plain.proof().with("nonce", "of somebody else"))).isEmpty();
	}

	private static String demanded(ProofRefused refused) {
		assertThat(refused.error()).isEqualTo("use_dpop_nonce");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.headers()).containsOnlyKeys("DPoP-Nonce");
		return refused.headers().get("DPoP-Nonce");
	}

}
