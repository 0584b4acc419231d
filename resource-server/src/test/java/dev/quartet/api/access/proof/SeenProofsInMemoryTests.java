package dev.quartet.api.access.proof;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Proofs remembered where there is no database: by one instance, and only so many. */
@ExtendWith(OutputCaptureExtension.class)
class SeenProofsInMemoryTests implements SeenProofsContract {

	private final SeenProofsInMemory memory = new SeenProofsInMemory(2000);

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
		assertThat(seen.isFirst(Sha256.of("one"), Instant.EPOCH)).isTrue();
		ProofRefused refused = catchThrowableOfType(ProofRefused.class,
				() -> seen.isFirst(Sha256.of("two"), Instant.EPOCH));
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.headers()).containsKey("Retry-After");
		seen.forget(Instant.EPOCH.plusSeconds(1));
		assertThat(seen.isFirst(Sha256.of("two"), Instant.EPOCH)).isTrue();
	}

	@Test
	void saysThatItIsForOneInstance(CapturedOutput output) {
		instance().open();
		assertThat(output).contains("DPoP proofs are remembered in memory");
	}

}
