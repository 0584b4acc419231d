package dev.quartet.api.access.keys;

import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of an issuer's published keys may have signed a token. */
class KnownKeysTests {

	@Test
	void triesBothOfTwoKeysWithOneName() throws JOSEException {
		KnownKeys keys = keys(ec("one"), ec("one"), ec("two"));
		assertThat(keys.matching(header(JWSAlgorithm.ES256, "one"))).hasSize(2);
	}

	@Test
	void triesAllThatFitATokenWithoutAKeyId() throws JOSEException {
		KnownKeys keys = keys(ec("one"), ec("two"), rsa(2048));
		assertThat(keys.matching(header(JWSAlgorithm.ES256, null))).hasSize(2);
		assertThat(keys.mayKnow(header(JWSAlgorithm.ES256, null))).isTrue();
	}

	@Test
	void ignoresShortRsaKeys() throws JOSEException {
		RSAKey shortKey = new RSAKeyGenerator(1024, true).keyID("short").generate();
		assertThat(keys(shortKey).matching(header(JWSAlgorithm.RS256, "short"))).isEmpty();
		assertThat(keys(rsa(2048)).matching(header(JWSAlgorithm.RS256, "rsa"))).hasSize(1);
	}

	@Test
	void ignoresKeysForOtherUses() throws JOSEException {
		ECKey encrypting = new ECKeyGenerator(Curve.P_256).keyID("one").keyUse(KeyUse.ENCRYPTION).generate();
		ECKey other = new ECKeyGenerator(Curve.P_256).keyID("one").algorithm(JWSAlgorithm.ES384).generate();
		assertThat(keys(encrypting, other).matching(header(JWSAlgorithm.ES256, "one"))).isEmpty();
	}

	@Test
	void ignoresPublishedSecrets() throws JOSEException {
		OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).keyID("one").generate();
		assertThat(keys(secret).matching(header(JWSAlgorithm.HS256, "one"))).isEmpty();
	}

	private static KnownKeys keys(JWK... published) {
		return new KnownKeys(new JWKSet(List.of(published)), 0);
	}

	private static ECKey ec(String id) throws JOSEException {
		return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
	}

	private static RSAKey rsa(int bits) throws JOSEException {
		return new RSAKeyGenerator(bits).keyID("rsa").generate();
	}

	private static JWSHeader header(JWSAlgorithm algorithm, @Nullable String id) {
		return new JWSHeader.Builder(algorithm).keyID(id).build();
	}

}
