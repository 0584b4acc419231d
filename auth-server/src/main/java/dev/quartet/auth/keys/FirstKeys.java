package dev.quartet.auth.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Creates the first key of each algorithm, on exactly one of the instances that start
 * together.
 */
class FirstKeys {

	private static final Logger log = LoggerFactory.getLogger(FirstKeys.class);

	private static final int RSA_BITS = 2048;

	private final SigningKeys keys;

	private final Seal seal;

	private final SecureRandom random;

	private final Clock clock;

	FirstKeys(SigningKeys keys, Seal seal, SecureRandom random, Clock clock) {
		this.keys = keys;
		this.seal = seal;
		this.random = random;
		this.clock = clock;
	}

	void createMissing() {
		createIfMissing(JWSAlgorithm.ES256);
		createIfMissing(JWSAlgorithm.RS256);
	}

	private void createIfMissing(JWSAlgorithm algorithm) {
		if (this.keys.existsByAlgorithm(algorithm.getName())) {
			return;
		}
		try {
			SigningKey key = this.keys.save(new SigningKey(generate(algorithm), 1, this.seal, this.clock.instant()));
			log.info("Created the first {}", key);
		}
		catch (DataIntegrityViolationException ex) {
			log.info("Another instance created the first {} key", algorithm);
		}
	}

	private JWK generate(JWSAlgorithm algorithm) {
		try {
			Date now = Date.from(this.clock.instant());
			if (algorithm.equals(JWSAlgorithm.ES256)) {
				return new ECKeyGenerator(Curve.P_256).algorithm(algorithm)
					.keyUse(KeyUse.SIGNATURE)
					.keyIDFromThumbprint(true)
					.secureRandom(this.random)
					.issueTime(now)
					.generate();
			}
			return new RSAKeyGenerator(RSA_BITS).algorithm(algorithm)
				.keyUse(KeyUse.SIGNATURE)
				.keyIDFromThumbprint(true)
				.secureRandom(this.random)
				.issueTime(now)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This Java platform cannot make a %s key".formatted(algorithm), ex);
		}
	}

}
