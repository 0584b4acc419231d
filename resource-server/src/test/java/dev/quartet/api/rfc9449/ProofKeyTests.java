package dev.quartet.api.rfc9449;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.quartet.api.TestProof;
import dev.quartet.api.access.proof.CheckedApi;
import dev.quartet.api.access.proof.Confirmation;
import dev.quartet.api.access.proof.ProofRefused;
import dev.quartet.api.access.proof.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 9449 §4.2, §4.3 and §11.6: which keys and signatures count. */
class ProofKeyTests {

	private static final String UNKNOWN = "alg is none of ES256 RS256 PS256 EdDSA";

	private final CheckedApi api = CheckedApi.start();

	@Test
	void acceptsEachAlgorithmThatItOffers() {
		Confirmation rsa = new Confirmation(TestProof.thumbprint(TestProof.KEYS.rsa()), null);
		Confirmation ed = new Confirmation(TestProof.thumbprint(TestProof.publicEd()), null);
		assertThat(api.proofs().algorithms()).containsExactly("ES256", "RS256", "PS256", "EdDSA");
		assertThat(api.call(api.proof())).isEmpty();
		assertThat(call(api.proof().byRsa(JWSAlgorithm.RS256), rsa)).isEmpty();
		assertThat(call(api.proof().byRsa(JWSAlgorithm.PS256), rsa)).isEmpty();
		assertThat(call(api.proof().byEd25519(), ed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "None", "nOnE", "HS256", "ES384", "ES512", "ES256K", "RS384", "RS1", "es256", "" })
	void refusesOtherAlgorithms(String algorithm) {
		refuses(api.refusal(api.proof().header("alg", algorithm)), UNKNOWN);
	}

	@Test
	void refusesAnUnsignedProof() {
		String signed = api.proof().header("alg", "none").mint();
		String content = signed.substring(0, signed.lastIndexOf('.'));
		refuses(api.refusal(content + "."), "not one well-formed JWT");
		refuses(api.refusal(content), "not one well-formed JWT");
		refuses(api.refusal(content + ".AA"), UNKNOWN);
	}

	@Test
	void refusesThePublicKeyAsASecret() throws JOSEException {
		byte[] secret = TestProof.KEYS.ec().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
		TestProof forged = api.proof()
			.by(JWSAlgorithm.HS256, TestProof.KEYS.ec().toPublicJWK().toJSONObject(), new MACSigner(secret));
		refuses(api.refusal(forged), UNKNOWN);
	}

	@Test
	void refusesAnotherPersonsKey() throws JOSEException {
		ProofRefused refused = api.refusal(api.proof().by(new ECKeyGenerator(Curve.P_256).generate()));
		assertThat(refused.error()).isEqualTo("invalid_token");
		assertThat(refused.description()).isEqualTo("The token is bound to another key than the proof's");
	}

	@Test
	void refusesTheRightKeyWithAnothersSignature() throws JOSEException {
		TestProof forged = api.proof().by(new ECKeyGenerator(Curve.P_256).generate());
		forged.header("jwk", TestProof.KEYS.ec().toPublicJWK().toJSONObject());
		refuses(api.refusal(forged), "signature is wrong");
	}

	@Test
	void refusesAChangedProof() {
		String[] good = api.proof().mint().split("\\.", -1);
		String[] other = api.proof().with("jti", "other").mint().split("\\.", -1);
		refuses(api.refusal(good[0] + "." + other[1] + "." + good[2]), "signature is wrong");
		// ECDSA's all-zero signature (CVE-2022-21449)
		refuses(api.refusal(good[0] + "." + good[1] + "." + Base64URL.encode(new byte[64])), "signature is wrong");
		refuses(api.refusal(good[0] + "." + good[1] + "." + good[2].substring(4)), "signature is wrong");
	}

	@Test
	void refusesAPrivateKey() {
		refuses(api.refusal(api.proof().header("jwk", TestProof.KEYS.ec().toJSONObject())), "jwk is not a public key");
		for (String member : List.of("p", "q", "dp", "dq", "qi", "oth", "k", "d")) {
			Map<String, Object> jwk = new HashMap<>(TestProof.KEYS.rsa().toPublicJWK().toJSONObject());
			jwk.put(member, "AQ");
			refuses(api.refusal(api.proof().header("alg", "RS256").header("jwk", jwk)), "jwk is not a public key");
		}
	}

	@Test
	void refusesAKeyOfAnotherKind() {
		Map<String, Object> rsa = TestProof.KEYS.rsa().toPublicJWK().toJSONObject();
		Map<String, Object> large = TestProof.KEYS.largeEc().toPublicJWK().toJSONObject();
		refuses(api.refusal(api.proof().header("jwk", rsa)), "jwk is no key for this alg");
		refuses(api.refusal(api.proof().header("jwk", large)), "jwk is no key for this alg");
		refuses(api.refusal(api.proof().header("alg", "RS256")), "jwk is no key for this alg");
		refuses(api.refusal(api.proof().header("alg", "EdDSA")), "jwk is no key for this alg");
	}

	@Test
	void refusesAMalformedKey() {
		refuses(api.refusal(api.proof().withoutHeader("jwk")), "jwk is missing");
		for (Object jwk : new Object[] { "x", 1, List.of(), true }) {
			refuses(api.refusal(api.proof().header("jwk", jwk)), "jwk is missing");
		}
		refuses(api.refusal(api.proof().header("jwk", Map.of())), "jwk is no key for this alg");
		refuses(api.refusal(api.proof().header("jwk", Map.of("kty", "EC", "crv", "P-256"))), "jwk is malformed");
	}

	@Test
	void refusesAPointThatIsNotOnTheCurve() {
		Map<String, Object> jwk = new HashMap<>(TestProof.KEYS.ec().toPublicJWK().toJSONObject());
		jwk.put("y", jwk.get("x"));
		refuses(api.refusal(api.proof().header("jwk", jwk)), "jwk is malformed");
	}

	@Test
	void refusesRsaKeysThatAreTooShortOrCostTooMuch() throws JOSEException {
		RSAKey weak = new RSAKeyGenerator(1024, true).generate();
		Map<String, Object> small = weak.toPublicJWK().toJSONObject();
		refuses(api.refusal(api.proof().header("alg", "RS256").header("jwk", small)), "too short or too long");
		Map<String, Object> slow = new HashMap<>(TestProof.KEYS.rsa().toPublicJWK().toJSONObject());
		slow.put("e", slow.get("n"));
		refuses(api.refusal(api.proof().header("alg", "RS256").header("jwk", slow)), "too short or too long");
		slow.put("e", "AQAB");
		slow.put("n", Base64URL.encode(oddNumber(1024)).toString());
		refuses(api.refusal(api.proof().header("alg", "RS256").header("jwk", slow)), "too short or too long");
	}

	@Test
	void refusesABadEd25519Key() {
		for (int size : new int[] { 0, 31, 33 }) {
			Map<String, Object> jwk = Map.of("kty", "OKP", "crv", "Ed25519", "x",
					Base64URL.encode(oddNumber(size)).toString());
			Confirmation bound = new Confirmation(thumbprint(jwk), null);
			TestProof forged = api.proof().header("alg", "EdDSA").header("jwk", jwk);
			ProofRefused refused = api.refusal(CheckedApi.request(forged.mint()), Scheme.DPOP, bound);
			assertThat(refused.error()).as("size %d", size).isEqualTo("invalid_dpop_proof");
		}
	}

	@Test
	void followsNoAddressAndNoCertificate() throws JOSEException {
		ECDSASigner stranger = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());
		Map<String, Object> jwk = new HashMap<>(TestProof.KEYS.ec().toPublicJWK().toJSONObject());
		jwk.put("x5u", "http://127.0.0.1:1/");
		jwk.put("x5c", List.of("AAAA"));
		TestProof forged = api.proof().by(JWSAlgorithm.ES256, jwk, stranger).header("jku", "http://127.0.0.1:1/");
		refuses(api.refusal(forged), "signature is wrong");
		assertThat(api.call(api.proof().header("jwk", jwk).header("kid", "x"))).isEmpty();
	}

	private Map<String, String> call(TestProof proof, Confirmation confirmation) {
		return api.proofs()
			.check(CheckedApi.request(proof.mint()), Scheme.DPOP, CheckedApi.TOKEN, confirmation, CheckedApi.SUBJECT);
	}

	private static byte[] oddNumber(int bytes) {
		byte[] number = new byte[bytes];
		Arrays.fill(number, (byte) 0xff);
		return number;
	}

	private static String thumbprint(Map<String, Object> okp) {
		return TestProof.hash("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + okp.get("x") + "\"}");
	}

	private static void refuses(ProofRefused refused, String why) {
		assertThat(refused.description()).contains(why);
		assertThat(refused.error()).isEqualTo("invalid_dpop_proof");
	}

}
