package dev.quartet.api.access;

import java.security.Key;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyConverter;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the issuer's keys that may have signed a token, for allowed algorithms only.
 */
final class SignatureKeys implements JWSKeySelector<SecurityContext> {

	// Asymmetric ones only, so that a public key can never serve as a secret (RFC 8725
	// §2.1, §3.1).
	private static final Set<JWSAlgorithm> ALLOWED = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256,
			JWSAlgorithm.EdDSA);

	private final JWKSource<SecurityContext> issuer;

	SignatureKeys(JWKSource<SecurityContext> issuer) {
		this.issuer = issuer;
	}

	@Override
	public List<Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) throws KeySourceException {
		if (!ALLOWED.contains(header.getAlgorithm())) {
			return List.of();
		}
		List<JWK> matching = issuer.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), context);
		List<Key> keys = new ArrayList<>(KeyConverter.toJavaKeys(matching));
		keys.removeIf((key) -> !(key instanceof PublicKey));
		matching.stream().filter(SignatureKeys::isEd25519).forEach((jwk) -> keys.add(Ed25519.publicKey(jwk)));
		return keys;
	}

	private static boolean isEd25519(JWK key) {
		return key instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve());
	}

}
