package dev.quartet.api;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

/**
 * Holds one key pair for each kind of signature.
 *
 * @param ec for ES256
 * @param largeEc for ES384, which the API does not allow
 * @param rsa for RS256 and PS256
 * @param ed for EdDSA
 * @param edId the key id of {@code ed}
 */
public record TestKeys(ECKey ec, ECKey largeEc, RSAKey rsa, KeyPair ed, String edId) {

	public static TestKeys generate() {
		try {
			return new TestKeys(new ECKeyGenerator(Curve.P_256).keyID(newId()).generate(),
					new ECKeyGenerator(Curve.P_384).keyID(newId()).generate(),
					new RSAKeyGenerator(2048).keyID(newId()).generate(),
					KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), newId());
		}
		catch (JOSEException | GeneralSecurityException failure) {
			throw new IllegalStateException(failure);
		}
	}

	List<JWK> published() {
		return List.of(ec.toPublicJWK(), largeEc.toPublicJWK(), rsa.toPublicJWK(), publicEd());
	}

	private OctetKeyPair publicEd() {
		byte[] encoded = ed.getPublic().getEncoded();
		byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
		return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point)).keyID(edId).build();
	}

	private static String newId() {
		return UUID.randomUUID().toString();
	}

}
