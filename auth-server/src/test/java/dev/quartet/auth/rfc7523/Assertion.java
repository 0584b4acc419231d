package dev.quartet.auth.rfc7523;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import tools.jackson.databind.json.JsonMapper;

/** Is what a client signs to prove who it is; a test changes what matters to it. */
public final class Assertion {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Object> header = new LinkedHashMap<>();

	private final Map<String, Object> claims = new LinkedHashMap<>();

	private Assertion() {
	}

	/** A good one, which lives for a minute. */
	public static Assertion of(String clientId, Instant now) {
		Assertion assertion = new Assertion();
		assertion.claims.putAll(Map.of("iss", clientId, "sub", clientId, "aud", "http://localhost:9000", "jti",
				UUID.randomUUID().toString(), "iat", now.getEpochSecond(), "exp", now.getEpochSecond() + 60));
		return assertion;
	}

	Assertion with(String claim, Object value) {
		this.claims.put(claim, value);
		return this;
	}

	Assertion without(String claim) {
		this.claims.remove(claim);
		return this;
	}

	Assertion header(String name, Object value) {
		this.header.put(name, value);
		return this;
	}

	public String signed(JWSAlgorithm algorithm, JWK key) {
		try {
			return signed(algorithm, key.getKeyID(), new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
		String input = input(algorithm.getName(), keyId);
		JWSHeader header = new JWSHeader(algorithm);
		return input + "." + signer.sign(header, input.getBytes(StandardCharsets.US_ASCII));
	}

	String unsigned() {
		return input("none", "") + ".";
	}

	String signedByEd25519(String keyId, PrivateKey key) throws GeneralSecurityException {
		String input = input("EdDSA", keyId);
		Signature signature = Signature.getInstance("Ed25519");
		signature.initSign(key);
		signature.update(input.getBytes(StandardCharsets.US_ASCII));
		return input + "." + Base64URL.encode(signature.sign());
	}

	public static KeyPair ed25519() throws GeneralSecurityException {
		return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
	}

	public static JWK publicKey(KeyPair pair, String keyId) {
		byte[] encoded = pair.getPublic().getEncoded();
		byte[] bare = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
		return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(bare)).keyID(keyId).build();
	}

	private String input(String algorithm, String keyId) {
		Map<String, Object> all = new HashMap<>(Map.of("alg", algorithm, "kid", keyId));
		all.putAll(this.header);
		all.values().removeIf(""::equals);
		return Base64URL.encode(JSON.writeValueAsString(all)) + "."
				+ Base64URL.encode(JSON.writeValueAsString(this.claims));
	}

}
