package dev.quartet.api.access;

import java.security.Key;
import java.security.PublicKey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;

/** Adds EdDSA to the signatures that Nimbus verifies. */
final class SignatureVerifiers extends DefaultJWSVerifierFactory {

	@Override
	public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
		if (JWSAlgorithm.EdDSA.equals(header.getAlgorithm()) && key instanceof PublicKey publicKey) {
			return new Ed25519(publicKey);
		}
		return super.createJWSVerifier(header, key);
	}

}
