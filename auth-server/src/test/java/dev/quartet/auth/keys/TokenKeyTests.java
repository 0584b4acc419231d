package dev.quartet.auth.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.text.ParseException;
import java.time.Clock;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Describes the signatures of our tokens. */
class TokenKeyTests {

	private static final KeyGeneration GENERATION = new KeyGeneration(new SecureRandom(), Clock.systemUTC());

	private static final SignatureProvider FAST = SignatureProvider.fastest();

	@ParameterizedTest
	@EnumSource
	void believesWhatEitherProviderSigned(TokenAlgorithm algorithm) throws GeneralSecurityException, ParseException {
		JWK made = GENERATION.generate(algorithm);
		TokenKey jdk = new TokenKey(made, algorithm, SignatureProvider.jdk());
		TokenKey fast = new TokenKey(made, algorithm, FAST);
		for (TokenKey signer : new TokenKey[] { jdk, fast }) {
			SignedJWT token = SignedJWT.parse(signer.sign("JWT", "{\"sub\":\"alice\"}"));
			assertThat(jdk.signed(token)).isTrue();
			assertThat(fast.signed(token)).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EDDSA")
	void signsWhatTheFrameworkVerifies(TokenAlgorithm algorithm) throws GeneralSecurityException {
		TokenKey key = new TokenKey(GENERATION.generate(algorithm), algorithm, FAST);
		JwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(key.jwk())))
			.jwsAlgorithm(SignatureAlgorithm.valueOf(algorithm.name()))
			.build();
		Jwt token = decoder.decode(key.sign("JWT", "{\"sub\":\"älice\"}"));
		assertThat(token.getSubject()).isEqualTo("älice");
		assertThat(token.getHeaders()).containsEntry("kid", key.kid()).containsEntry("alg", algorithm.toString());
	}

	@Test
	void signsEdwardsTokensThatTheJdkVerifies() throws GeneralSecurityException, ParseException {
		TokenKey key = new TokenKey(GENERATION.generate(TokenAlgorithm.EDDSA), TokenAlgorithm.EDDSA, FAST);
		SignedJWT token = SignedJWT.parse(key.sign("at+jwt", "{}"));
		Signature signature = Signature.getInstance("Ed25519");
		signature.initVerify(
				KeyFactory.getInstance("Ed25519").generatePublic(Ed25519.publicKey(key.jwk().toOctetKeyPair())));
		signature.update(token.getSigningInput());
		assertThat(signature.verify(token.getSignature().decode())).isTrue();
		assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("EdDSA");
	}

	/** RFC 8037 appendix A.4. */
	@Test
	void signsTheExampleOfTheStandard() throws GeneralSecurityException, ParseException {
		JWK example = JWK.parse("""
				{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
				"x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""");
		SignatureKey key = SignatureKey.of(TokenAlgorithm.EDDSA, example, SignatureProvider.jdk());
		byte[] signed = key.sign("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(UTF_8));
		assertThat(Base64URL.encode(signed))
			.hasToString("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
	}

	@ParameterizedTest
	@EnumSource
	void refusesWhatIsNotSignedByTheKey(TokenAlgorithm algorithm) throws GeneralSecurityException, ParseException {
		JWK made = GENERATION.generate(algorithm);
		TokenKey key = new TokenKey(made, algorithm, FAST);
		SignedJWT token = SignedJWT.parse(key.sign("JWT", "{}"));
		Base64URL[] parts = token.getParsedParts();
		byte[] zeros = new byte[token.getSignature().decode().length];
		for (Base64URL signature : new Base64URL[] { Base64URL.encode(zeros), Base64URL.encode(new byte[1]),
				new Base64URL(parts[2].toString().substring(4)) }) {
			assertThat(key.signed(new SignedJWT(parts[0], parts[1], signature))).isFalse();
		}
		assertThat(key.signed(new SignedJWT(parts[0], Base64URL.encode("{\"a\":1}"), parts[2]))).isFalse();
		TokenKey other = new TokenKey(GENERATION.generate(algorithm), algorithm, FAST);
		assertThat(other.signed(token)).isFalse();
	}

	@Test
	void refusesAnotherAlgorithmWithTheSameKey() throws GeneralSecurityException, ParseException {
		JWK made = GENERATION.generate(TokenAlgorithm.RS256);
		TokenKey rs256 = new TokenKey(made, TokenAlgorithm.RS256, FAST);
		TokenKey ps256 = new TokenKey(made, TokenAlgorithm.PS256, FAST);
		assertThat(ps256.signed(SignedJWT.parse(rs256.sign("JWT", "{}")))).isFalse();
	}

	@Test
	void keepsThePrivatePartToItself() {
		JWK made = GENERATION.generate(TokenAlgorithm.ES256);
		TokenKey key = new TokenKey(made, TokenAlgorithm.ES256, FAST);
		assertThat(key.jwk().isPrivate()).isFalse();
		assertThat(key.canSign()).isTrue();
		assertThat(new TokenKey(key.jwk(), TokenAlgorithm.ES256, FAST).canSign()).isFalse();
	}

}
