package dev.quartet.api.access.proof;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import dev.quartet.api.ApiTest;
import dev.quartet.api.TestProof;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The application as it is set up, and a second instance of it on the same database. */
@ApiTest
class ProofsWebTests {

	private final Proofs proofs;

	private final Proofs otherInstance;

	ProofsWebTests(Proofs proofs, DataSource database, Clock clock) {
		this.proofs = proofs;
		ProofSettings settings = new ProofSettings(true, Duration.ofSeconds(30), List.of(), 1000, 10_000, false, "");
		Addresses addresses = new Addresses(List.of(URI.create(TestToken.RESOURCE)));
		this.otherInstance = new Proofs(true,
				new DpopCheck(settings, addresses, new SeenProofsInDatabase(database), clock),
				new ClientCertificates(new CertificateSettings(false, "", List.of())));
	}

	@Test
	void takesAProofOfItsOwnAddressOnceForAllInstances() {
		String proof = TestProof.of(Clock.systemUTC().instant(), "GET", TestToken.RESOURCE + "/notes", CheckedApi.TOKEN)
			.mint();
		MockHttpServletRequest request = CheckedApi.request(proof);
		assertThat(proofs.check(request, Scheme.DPOP, CheckedApi.TOKEN, CheckedApi.BOUND, CheckedApi.SUBJECT))
			.isEmpty();
		for (Proofs instance : List.of(proofs, otherInstance)) {
			ProofRefused refused = catchThrowableOfType(ProofRefused.class,
					() -> instance.check(request, Scheme.DPOP, CheckedApi.TOKEN, CheckedApi.BOUND, CheckedApi.SUBJECT)
						.isEmpty());
			assertThat(refused.description()).isEqualTo("The proof was used before");
		}
	}

	@Test
	void takesNoCertificatesUnlessItIsToldTo() {
		assertThat(proofs.takesCertificates()).isFalse();
		assertThat(proofs.isOffered()).isTrue();
	}

}
