package dev.quartet.api;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;

/** Signs with Ed25519 by the JDK. */
final class EdSigner extends BaseJWSProvider implements JWSSigner {

	private final PrivateKey key;

	EdSigner(PrivateKey key) {
		super(Set.of(JWSAlgorithm.EdDSA));
		this.key = key;
	}

	@Override
	public Base64URL sign(JWSHeader header, byte[] content) throws JOSEException {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(key);
			signature.update(content);
			return Base64URL.encode(signature.sign());
		}
		catch (GeneralSecurityException failure) {
			throw new JOSEException("Cannot sign", failure);
		}
	}

}
