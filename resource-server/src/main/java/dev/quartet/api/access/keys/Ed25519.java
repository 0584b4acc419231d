package dev.quartet.api.access.keys;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;

/** Verifies EdDSA signatures with the JDK, since Nimbus would need one more library. */
public final class Ed25519 extends BaseJWSProvider implements JWSVerifier {

	// SubjectPublicKeyInfo of an Ed25519 key without the key (RFC 8410 §4).
	private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

	private final PublicKey key;

	public Ed25519(PublicKey key) {
		super(Set.of(JWSAlgorithm.EdDSA));
		this.key = key;
	}

	public static PublicKey publicKey(JWK key) {
		ByteArrayOutputStream encoded = new ByteArrayOutputStream();
		encoded.writeBytes(PREFIX);
		encoded.writeBytes(key.toOctetKeyPair().getDecodedX());
		try {
			return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
		}
		catch (GeneralSecurityException malformed) {
			throw new IllegalArgumentException("Not an Ed25519 key", malformed);
		}
	}

	@Override
	public boolean verify(JWSHeader header, byte[] signedContent, Base64URL signature) throws JOSEException {
		// No critical header is understood here (RFC 7515 §4.1.11).
		if (header.getCriticalParams() != null) {
			return false;
		}
		try {
			Signature verifier = Signature.getInstance("Ed25519");
			verifier.initVerify(key);
			verifier.update(signedContent);
			return verifier.verify(signature.decode());
		}
		catch (SignatureException | InvalidKeyException malformed) {
			return false;
		}
		catch (GeneralSecurityException missing) {
			throw new JOSEException("This JDK has no Ed25519", missing);
		}
	}

}
