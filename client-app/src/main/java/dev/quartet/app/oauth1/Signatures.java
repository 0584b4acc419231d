package dev.quartet.app.oauth1;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a base string (RFC 5849 §3.4.2 to §3.4.4). */
final class Signatures {

	private Signatures() {
	}

	static String sign(OAuth1Keys keys, String baseString) {
		try {
			return switch (keys.method()) {
				case HMAC_SHA1 -> hmac("HmacSHA1", keys, baseString);
				case HMAC_SHA256 -> hmac("HmacSHA256", keys, baseString);
				case RSA_SHA1 -> rsa("SHA1withRSA", keys, baseString);
				case RSA_SHA256 -> rsa("SHA256withRSA", keys, baseString);
				case PLAINTEXT -> keys.secrets();
			};
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot sign by " + keys.method().label(), ex);
		}
	}

	private static String hmac(String algorithm, OAuth1Keys keys, String baseString) throws GeneralSecurityException {
		Mac mac = Mac.getInstance(algorithm);
		mac.init(new SecretKeySpec(keys.secrets().getBytes(StandardCharsets.US_ASCII), algorithm));
		return base64(mac.doFinal(baseString.getBytes(StandardCharsets.US_ASCII)));
	}

	private static String rsa(String algorithm, OAuth1Keys keys, String baseString) throws GeneralSecurityException {
		Signature signature = Signature.getInstance(algorithm);
		signature.initSign(keys.rsaKey());
		signature.update(baseString.getBytes(StandardCharsets.US_ASCII));
		return base64(signature.sign());
	}

	private static String base64(byte[] signature) {
		return Base64.getEncoder().encodeToString(signature);
	}

}
