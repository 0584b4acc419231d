package dev.quartet.auth.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.util.Assert;

/** Makes and checks the tokens of one key. */
class TokenKey {

	private final JWK jwk;

	private final TokenAlgorithm algorithm;

	private final SignatureKey signature;

	private final Map<String, String> headers = new ConcurrentHashMap<>();

	TokenKey(JWK jwk, TokenAlgorithm algorithm, SignatureProvider providers) {
		this.jwk = jwk.toPublicJWK();
		this.algorithm = algorithm;
		this.signature = SignatureKey.of(algorithm, jwk, providers);
	}

	String kid() {
		return this.jwk.getKeyID();
	}

	/** The public part. */
	JWK jwk() {
		return this.jwk;
	}

	boolean canSign() {
		return this.signature.canSign();
	}

	/** A token of a known type in compact form (RFC 7515 §7.1). */
	String sign(String type, String claims) throws GeneralSecurityException {
		return signed(this.headers.computeIfAbsent(type, (name) -> header(name).build().toBase64URL().toString()),
				claims);
	}

	/** The same with the public key in its header, to be checked when it is long gone. */
	String signWithKey(String type, String claims) throws GeneralSecurityException {
		return signed(header(type).jwk(this.jwk).build().toBase64URL().toString(), claims);
	}

	private String signed(String header, String claims) throws GeneralSecurityException {
		String content = header + "." + Base64URL.encode(claims);
		byte[] signed = this.signature.sign(content.getBytes(StandardCharsets.US_ASCII));
		return content + "." + Base64URL.encode(signed);
	}

	boolean signed(SignedJWT token) {
		JWSHeader header = token.getHeader();
		// We set no critical header, so one that has it is not ours (RFC 7515 §4.1.11).
		return this.algorithm.jws().equals(header.getAlgorithm()) && header.getCriticalParams() == null
				&& this.signature.verify(token.getSigningInput(), token.getSignature().decode());
	}

	private JWSHeader.Builder header(String type) {
		Assert.hasText(type, "A token says its type");
		return new JWSHeader.Builder(this.algorithm.jws()).type(new JOSEObjectType(type)).keyID(kid());
	}

}
