package dev.quartet.auth.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Objects;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs and checks with one key, with the provider that does it fastest. */
final class SignatureKey {

	private static final Logger log = LoggerFactory.getLogger(SignatureKey.class);

	private static final byte[] PROBE = "quartet".getBytes(StandardCharsets.US_ASCII);

	private final TokenAlgorithm algorithm;

	private final @Nullable Provider provider;

	private final PublicKey publicKey;

	private final @Nullable PrivateKey privateKey;

	private SignatureKey(TokenAlgorithm algorithm, JWK jwk, @Nullable Provider provider)
			throws GeneralSecurityException, JOSEException {
		this.algorithm = algorithm;
		this.provider = provider;
		KeyFactory factory = (provider != null) ? KeyFactory.getInstance(algorithm.keyType(), provider)
				: KeyFactory.getInstance(algorithm.keyType());
		this.publicKey = factory.generatePublic(publicPart(jwk));
		this.privateKey = jwk.isPrivate() ? factory.generatePrivate(privatePart(jwk)) : null;
	}

	static SignatureKey of(TokenAlgorithm algorithm, JWK jwk, SignatureProvider providers) {
		try {
			SignatureKey jdk = new SignatureKey(algorithm, jwk, null);
			return providers.fastFor(algorithm).flatMap((fast) -> jdk.faster(jwk, fast)).orElse(jdk);
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw new IllegalStateException("This Java platform cannot use the key " + jwk.getKeyID(), ex);
		}
	}

	boolean canSign() {
		return this.privateKey != null;
	}

	byte[] sign(byte[] content) throws GeneralSecurityException {
		Signature signature = this.algorithm.signature(this.provider);
		signature.initSign(Objects.requireNonNull(this.privateKey, "this key does not sign"));
		signature.update(content);
		return signature.sign();
	}

	boolean verify(byte[] content, byte[] signed) {
		try {
			if (this.algorithm == TokenAlgorithm.ES256) {
				// Some JDKs took zeros for anybody's signature (CVE-2022-21449).
				ECDSA.ensureLegalSignature(signed, this.algorithm.jws());
			}
			Signature signature = this.algorithm.signature(this.provider);
			signature.initVerify(this.publicKey);
			signature.update(content);
			return signature.verify(signed);
		}
		catch (GeneralSecurityException | JOSEException malformed) {
			return false;
		}
	}

	// It must first show that the JDK believes its signatures.
	private Optional<SignatureKey> faster(JWK jwk, Provider fast) {
		try {
			SignatureKey key = new SignatureKey(this.algorithm, jwk, fast);
			if (!key.canSign() || verify(PROBE, key.sign(PROBE))) {
				return Optional.of(key);
			}
			log.warn("{} signs wrongly with {}: the JDK signs instead", fast.getName(), this.algorithm);
		}
		catch (GeneralSecurityException | JOSEException ex) {
			log.warn("{} cannot sign with {}: the JDK signs instead", fast.getName(), this.algorithm, ex);
		}
		return Optional.empty();
	}

	private static EncodedKeySpec publicPart(JWK jwk) throws JOSEException {
		return (jwk instanceof OctetKeyPair pair) ? Ed25519.publicKey(pair)
				: new X509EncodedKeySpec(((AsymmetricJWK) jwk).toPublicKey().getEncoded());
	}

	private static EncodedKeySpec privatePart(JWK jwk) throws JOSEException {
		return (jwk instanceof OctetKeyPair pair) ? Ed25519.privateKey(pair)
				: new PKCS8EncodedKeySpec(((AsymmetricJWK) jwk).toPrivateKey().getEncoded());
	}

}
