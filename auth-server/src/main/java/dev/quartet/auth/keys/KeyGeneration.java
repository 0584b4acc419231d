package dev.quartet.auth.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Makes new key pairs, each named by its own thumbprint (RFC 7638). */
class KeyGeneration {

	private static final int RSA_BITS = 2048;

	private final SecureRandom random;

	private final Clock clock;

	KeyGeneration(SecureRandom random, Clock clock) {
		this.random = random;
		this.clock = clock;
	}

	JWK generate(TokenAlgorithm algorithm) {
		try {
			return switch (algorithm) {
				case ES256 -> complete(new ECKeyGenerator(Curve.P_256), algorithm);
				case RS256, PS256 -> complete(new RSAKeyGenerator(RSA_BITS), algorithm);
				case EDDSA -> edwards(algorithm);
			};
		}
		catch (JOSEException | GeneralSecurityException ex) {
			throw new IllegalStateException("This Java platform cannot make a %s key".formatted(algorithm), ex);
		}
	}

	private JWK complete(JWKGenerator<?> generator, TokenAlgorithm algorithm) throws JOSEException {
		return generator.algorithm(algorithm.jws())
			.keyUse(KeyUse.SIGNATURE)
			.keyIDFromThumbprint(true)
			.secureRandom(this.random)
			.issueTime(now())
			.generate();
	}

	// Nimbus' own generator would need one more library.
	private JWK edwards(TokenAlgorithm algorithm) throws JOSEException, GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyType());
		generator.initialize(Ed25519.BITS, this.random);
		KeyPair pair = generator.generateKeyPair();
		return Ed25519.jwk(pair)
			.algorithm(algorithm.jws())
			.keyUse(KeyUse.SIGNATURE)
			.keyIDFromThumbprint()
			.issueTime(now())
			.build();
	}

	private Date now() {
		return Date.from(this.clock.instant());
	}

}
