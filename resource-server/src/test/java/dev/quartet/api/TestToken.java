package dev.quartet.api;

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
		try {
			if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
				return sign(new RSASSASigner(keys.rsa()), issuer.keys().rsa().getKeyID());
			}
			if (JWSAlgorithm.EdDSA.equals(algorithm)) {
				return sign(new EdSigner(keys.ed().getPrivate()), issuer.keys().edId());
			}
			if (JWSAlgorithm.ES384.equals(algorithm)) {
				return sign(new ECDSASigner(keys.largeEc()), issuer.keys().largeEc().getKeyID());
			}
			return sign(new ECDSASigner(keys.ec()), issuer.keys().ec().getKeyID());
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
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

}
