package dev.quartet.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;

/** Makes a DPoP proof: a correct one unless the test changes something. */
public final class TestProof {

	/** The client's key pairs, one of each kind. */
	public static final TestKeys KEYS = TestKeys.generate();

	private final Map<String, Object> header = new HashMap<>();

	private final Map<String, Object> claims = new HashMap<>();

	private final Instant now;

	private JWSAlgorithm algorithm = JWSAlgorithm.ES256;

	private JWSSigner signer = signer(KEYS.ec());

	private TestProof(Instant now, String method, String address, String accessToken) {
		this.now = now;
		header("typ", "dpop+jwt").header("alg", "ES256").header("jwk", KEYS.ec().toPublicJWK().toJSONObject());
		with("htm", method).with("htu", address)
			.with("jti", UUID.randomUUID().toString())
			.with("ath", hash(accessToken));
		at(Duration.ZERO);
	}

	public static TestProof of(Instant now, String method, String address, String accessToken) {
		return new TestProof(now, method, address, accessToken);
	}

	/** Answers how a token names a key. */
	public static String thumbprint(JWK key) {
		try {
			return key.computeThumbprint().toString();
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	public TestProof with(String claim, Object value) {
		claims.put(claim, value);
		return this;
	}

	public TestProof without(String claim) {
		claims.remove(claim);
		return this;
	}

	public TestProof at(Duration fromNow) {
		return with("iat", now.plus(fromNow).getEpochSecond());
	}

	public TestProof header(String name, Object value) {
		header.put(name, value);
		return this;
	}

	public TestProof withoutHeader(String name) {
		header.remove(name);
		return this;
	}

	/** Uses another algorithm, key and signer, and says so in the header. */
	public TestProof by(JWSAlgorithm algorithm, Map<String, Object> jwk, JWSSigner signer) {
		this.algorithm = algorithm;
		this.signer = signer;
		return header("alg", algorithm.getName()).header("jwk", jwk);
	}

	/** Uses another key of the same kind, and says so in the header. */
	public TestProof by(ECKey key) {
		return by(JWSAlgorithm.ES256, key.toPublicJWK().toJSONObject(), signer(key));
	}

	public TestProof byRsa(JWSAlgorithm algorithm) {
		try {
			return by(algorithm, KEYS.rsa().toPublicJWK().toJSONObject(), new RSASSASigner(KEYS.rsa()));
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	public TestProof byEd25519() {
		return by(JWSAlgorithm.EdDSA, publicEd().toJSONObject(), new EdSigner(KEYS.ed().getPrivate()));
	}

	public static JWK publicEd() {
		return KEYS.published().get(KEYS.published().size() - 1);
	}

	public String mint() {
		return mint(headerText(), claimsText());
	}

	public String headerText() {
		return JSONObjectUtils.toJSONString(header);
	}

	public String claimsText() {
		return JSONObjectUtils.toJSONString(claims);
	}

	/** Signs whatever text is given. */
	public String mint(String header, String claims) {
		String content = Base64URL.encode(header) + "." + Base64URL.encode(claims);
		try {
			return content + "." + signer.sign(new JWSHeader(algorithm), content.getBytes(StandardCharsets.US_ASCII));
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static JWSSigner signer(ECKey key) {
		try {
			return new ECDSASigner(key);
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	/** Hashes as JOSE does. */
	public static String hash(String accessToken) {
		try {
			return Base64URL
				.encode(MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII)))
				.toString();
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException(missing);
		}
	}

}
