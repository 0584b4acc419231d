package dev.quartet.auth.keys;

import java.security.KeyPair;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;

/**
 * Translates Ed25519 keys between Java and JOSE: Java's encodings are the bare key behind
 * a fixed beginning (RFC 8410 §4 and §7).
 */
public final class Ed25519 {

	static final int BITS = 255;

	private static final int BYTES = 32;

	private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

	private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

	private Ed25519() {
	}

	static OctetKeyPair.Builder jwk(KeyPair pair) {
		return new OctetKeyPair.Builder(Curve.Ed25519, bare(PUBLIC, pair.getPublic().getEncoded()))
			.d(bare(PRIVATE, pair.getPrivate().getEncoded()));
	}

	public static EncodedKeySpec publicKey(OctetKeyPair key) {
		return new X509EncodedKeySpec(join(PUBLIC, key.getDecodedX()));
	}

	public static boolean isCurveOf(OctetKeyPair key) {
		return Curve.Ed25519.equals(key.getCurve()) && key.getDecodedX().length == BYTES;
	}

	static EncodedKeySpec privateKey(OctetKeyPair key) {
		return new PKCS8EncodedKeySpec(join(PRIVATE, key.getDecodedD()));
	}

	private static Base64URL bare(byte[] beginning, byte[] encoded) {
		return Base64URL.encode(Arrays.copyOfRange(encoded, beginning.length, encoded.length));
	}

	private static byte[] join(byte[] beginning, byte[] key) {
		byte[] joined = Arrays.copyOf(beginning, beginning.length + key.length);
		System.arraycopy(key, 0, joined, beginning.length, key.length);
		return joined;
	}

}
