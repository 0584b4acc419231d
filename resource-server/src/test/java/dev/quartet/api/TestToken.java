package dev.quartet.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * Mints a token: a correct one unless the test changes something.
 */
public final class TestToken {

	public static final String RESOURCE = "http://localhost:8090";

	private final Map<String, Object> claims = new HashMap<>();

	private final TestIssuer issuer;

	private String type = "at+jwt";

	private JWSAlgorithm algorithm = JWSAlgorithm.ES256;

	private UnaryOperator<JWSHeader.Builder> header = (builder) -> builder;

	private TestToken(TestIssuer issuer, String subject, String clientId) {
		this.issuer = issuer;
		with("iss", issuer.url()).with("sub", subject)
			.with("client_id", clientId)
			.with("aud", List.of(RESOURCE))
			.with("jti", UUID.randomUUID().toString())
			.at("iat", Duration.ZERO)
			.at("nbf", Duration.ZERO)
			.at("exp", Duration.ofMinutes(5));
	}

	/** Starts a person's token, as a client gets it with her consent. */
	public static TestToken person(String id) {
		return person(TestIssuer.trusted(), id);
	}

	public static TestToken person(TestIssuer issuer, String id) {
		return new TestToken(issuer, id, "quartet-app").with("grant_id", "g-" + id).with("preferred_username", id);
	}

	/** Starts a machine's own token (client credentials). */
	public static TestToken machine(String clientId) {
		return new TestToken(TestIssuer.trusted(), clientId, clientId);
	}

	public TestToken scope(String scope) {
		return with("scope", scope);
	}

	public TestToken with(String claim, Object value) {
		claims.put(claim, value);
		return this;
	}

	public TestToken at(String claim, Duration fromNow) {
		return with(claim, Instant.now().plus(fromNow).getEpochSecond());
	}

	public TestToken without(String claim) {
		claims.remove(claim);
		return this;
	}

	public TestToken typed(String type) {
		this.type = type;
		return this;
	}

	public TestToken signedWith(JWSAlgorithm algorithm) {
		this.algorithm = algorithm;
		return this;
	}

	public TestToken header(Consumer<JWSHeader.Builder> change) {
		header = (builder) -> {
			change.accept(builder);
			return builder;
		};
		return this;
	}

	/** Signs with the issuer's own key. */
	public String mint() {
		return mint(issuer.keys());
	}

	/** Signs with other keys but keeps the issuer's key id. */
	public String mint(TestKeys keys) {
		return sign(signer(keys), keyId());
	}

	/** Signs with the issuer's own key whatever text is given. */
	public String mint(String header, String claims) {
		String content = Base64URL.encode(header) + "." + Base64URL.encode(claims);
		try {
			byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
			return content + "." + signer(issuer.keys()).sign(new JWSHeader(algorithm), bytes);
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	public String headerText() {
		return JSONObjectUtils.toJSONString(Map.of("typ", type, "alg", algorithm.getName(), "kid", keyId()));
	}

	public String claimsText() {
		return JSONObjectUtils.toJSONString(claims);
	}

	public String sign(JWSSigner signer, String keyId) {
		JWSHeader.Builder builder = new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).keyID(keyId);
		JWSObject token = new JWSObject(header.apply(builder).build(), new Payload(claims));
		try {
			token.sign(signer);
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
		return token.serialize();
	}

	private JWSSigner signer(TestKeys keys) {
		try {
			if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
				return new RSASSASigner(keys.rsa());
			}
			if (JWSAlgorithm.EdDSA.equals(algorithm)) {
				return new EdSigner(keys.ed().getPrivate());
			}
			return new ECDSASigner(JWSAlgorithm.ES384.equals(algorithm) ? keys.largeEc() : keys.ec());
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private String keyId() {
		TestKeys keys = issuer.keys();
		if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
			return keys.rsa().getKeyID();
		}
		if (JWSAlgorithm.EdDSA.equals(algorithm)) {
			return keys.edId();
		}
		return (JWSAlgorithm.ES384.equals(algorithm) ? keys.largeEc() : keys.ec()).getKeyID();
	}

}
