package dev.quartet.auth.protocol;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

import static org.assertj.core.api.Assertions.assertThat;

/** Describes how an ID token is bound to its access token. */
class HalfHashTests {

	/** OpenID Connect Core appendix A.3. */
	@Test
	void hashesTheExampleOfTheStandard() {
		assertThat(HalfHash.of("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y", SignatureAlgorithm.RS256))
			.isEqualTo("77QmUPtjPfzWtF2AnpK9RQ");
	}

	@Test
	void hashesWithTheHashOfTheSignature() {
		assertThat(HalfHash.of("token", () -> "EdDSA")).hasSize(43);
	}

}
