package dev.quartet.api.rfc8725;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestIssuer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 8725 §2 and §3: which signatures convince this API. */
@ApiTest
class SignatureTests {

	private final ApiClient api;

	private final TestIssuer issuer = TestIssuer.trusted();

	SignatureTests(ApiClient api) {
		this.api = api;
	}

	@ParameterizedTest
	@ValueSource(strings = { "ES256", "RS256", "PS256", "EdDSA" })
	void acceptsAnAllowedAlgorithm(String algorithm) {
		String token = alice().signedWith(JWSAlgorithm.parse(algorithm)).mint();
		assertThat(api.get("/protected", token).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "RS384", "RS512", "PS512", "ES384" })
	void refusesAnAlgorithmThatIsNotAllowed(String algorithm) {
		refuses(alice().signedWith(JWSAlgorithm.parse(algorithm)).mint());
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "None", "nOnE", "NONE" })
	void refusesAnUnsignedToken(String algorithm) {
		String payload = alice().mint().split("\\.", -1)[1];
		String header = encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\"}");
		refuses(header + "." + payload + ".");
		refuses(header + "." + payload + "." + encode("signature"));
	}

	@Test
	void refusesACutOffSignature() {
		String[] parts = alice().mint().split("\\.", -1);
		refuses(parts[0] + "." + parts[1] + ".");
		refuses(parts[0] + "." + parts[1] + "." + parts[2].substring(4));
		refuses(parts[0] + "." + parts[1] + "." + encode("\0".repeat(64)));
	}

	@Test
	void refusesAChangedPayload() {
		String[] alice = alice().mint().split("\\.", -1);
		String[] bob = TestToken.person("bob").mint().split("\\.", -1);
		refuses(alice[0] + "." + bob[1] + "." + alice[2]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ES256", "RS256", "EdDSA" })
	void refusesAForeignKeyUnderAKnownKeyId(String algorithm) {
		try (TestIssuer stranger = new TestIssuer()) {
			refuses(alice().signedWith(JWSAlgorithm.parse(algorithm)).mint(stranger.keys()));
		}
	}

	@Test
	void refusesThePublicKeyUsedAsASecret() throws JOSEException {
		RSAKey rsa = issuer.keys().rsa();
		byte[] der = rsa.toRSAPublicKey().getEncoded();
		String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
				+ "\n-----END PUBLIC KEY-----\n";
		for (byte[] secret : new byte[][] { der, pem.getBytes(StandardCharsets.UTF_8),
				rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8), rsa.getModulus().decode() }) {
			refuses(alice().signedWith(JWSAlgorithm.HS256).sign(new MACSigner(secret), rsa.getKeyID()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../dev/null", "' OR 1=1 --", "", "unknown" })
	void refusesAnUnknownKeyId(String keyId) throws JOSEException {
		try (TestIssuer stranger = new TestIssuer()) {
			refuses(alice().sign(new ECDSASigner(stranger.keys().ec()), keyId));
			refuses(alice().sign(new ECDSASigner(stranger.keys().ec()), keyId + "x".repeat(8_000)));
		}
	}

	@Test
	void refusesKeysThatTheTokenBringsAndNeverAsksForThem() throws JOSEException {
		try (TestIssuer stranger = new TestIssuer()) {
			URI theirs = URI.create(stranger.keysUrl());
			String theirKeyId = stranger.keys().ec().getKeyID();
			ECDSASigner theirKey = new ECDSASigner(stranger.keys().ec());
			refuses(alice().header((header) -> header.jwkURL(theirs)).sign(theirKey, theirKeyId));
			refuses(alice().header((header) -> header.x509CertURL(theirs)).sign(theirKey, theirKeyId));
			refuses(alice().header((header) -> header.jwk(stranger.keys().ec().toPublicJWK()))
				.sign(theirKey, theirKeyId));
			assertThat(stranger.keyFetches()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ES256", "RS256", "EdDSA" })
	void refusesACriticalHeaderItDoesNotKnow(String algorithm) {
		refuses(alice().signedWith(JWSAlgorithm.parse(algorithm))
			.header((header) -> header.criticalParams(Set.of("bork")).customParam("bork", true))
			.mint());
	}

	@Test
	void refusesAnAlgorithmThatDoesNotFitTheKey() throws JOSEException {
		String rsaId = issuer.keys().rsa().getKeyID();
		refuses(alice().sign(new ECDSASigner(issuer.keys().ec()), rsaId));
		String es256WithLargeKey = alice().sign(new ECDSASigner(issuer.keys().ec()),
				issuer.keys().largeEc().getKeyID());
		refuses(es256WithLargeKey);
	}

	@Test
	void refusesAPartOfTheTokenInAnotherSpelling() {
		String[] parts = alice().mint().split("\\.", -1);
		refuses(parts[0] + "=." + parts[1] + "." + parts[2]);
		refuses(parts[0] + "." + parts[1] + "." + parts[2] + "==");
		refuses(parts[0] + "." + parts[1] + "." + parts[2].replace('-', '+').replace('_', '/') + "~");
		refuses(parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[2]);
	}

	@Test
	void refusesAnUnencodedPayload() {
		refuses(alice().header((header) -> header.base64URLEncodePayload(false).criticalParams(Set.of("b64"))).mint());
	}

	@Test
	void asksForKeysAtMostOnceHoweverManyKeyIdsAreForged() throws JOSEException {
		ECDSASigner signer = new ECDSASigner(issuer.keys().ec());
		int before = issuer.keyFetches();
		for (int i = 0; i < 200; i++) {
			refuses(alice().sign(signer, UUID.randomUUID().toString()));
		}
		assertThat(issuer.keyFetches() - before).isLessThanOrEqualTo(1);
	}

	private static TestToken alice() {
		return TestToken.person("alice");
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private void refuses(String token) {
		Answer answer = api.get("/protected", token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_token\"");
	}

}
