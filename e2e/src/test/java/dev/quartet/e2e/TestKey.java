package dev.quartet.e2e;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Is a key of ES256 under an id. */
final class TestKey {

	private static final int COORDINATE_BYTES = 32;

	private final String id;

	private final KeyPair pair;

	TestKey(String id) {
		this.id = id;
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			this.pair = generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String id() {
		return this.id;
	}

	/** What everybody may know of it. */
	String jwk() {
		ECPublicKey known = (ECPublicKey) this.pair.getPublic();
		return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
			.formatted(this.id, coordinate(known.getW().getAffineX()), coordinate(known.getW().getAffineY()));
	}

	/** The public key as files have it, which a confused library takes for a secret. */
	byte[] pem() {
		String body = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(this.pair.getPublic().getEncoded());
		return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(body)
			.getBytes(StandardCharsets.UTF_8);
	}

	byte[] sign(byte[] content) {
		try {
			Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
			signature.initSign(this.pair.getPrivate());
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String coordinate(BigInteger number) {
		byte[] bytes = number.toByteArray();
		byte[] fixed = new byte[COORDINATE_BYTES];
		int length = Math.min(bytes.length, COORDINATE_BYTES);
		System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
	}

}
