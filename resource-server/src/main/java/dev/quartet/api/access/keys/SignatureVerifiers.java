package dev.quartet.api.access.keys;

import java.security.Key;
import java.security.PublicKey;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;

/** Adds EdDSA to the signatures that Nimbus verifies. */
public final class SignatureVerifiers extends DefaultJWSVerifierFactory {

	/**
	 * The algorithms of keys that issuers publish: asymmetric ones only, so that a public
	 * key can never serve as a secret (RFC 8725 §2.1, §3.1).
	 */
	public static final Set<JWSAlgorithm> ALLOWED = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256,
			JWSAlgorithm.EdDSA);

	@Override
	public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
		if (JWSAlgorithm.EdDSA.equals(header.getAlgorithm()) && key instanceof PublicKey publicKey) {
			return new Ed25519(publicKey);
		}
		return super.createJWSVerifier(header, key);
	}

}
