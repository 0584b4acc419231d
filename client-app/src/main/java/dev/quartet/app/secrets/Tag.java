package dev.quartet.app.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import org.springframework.stereotype.Component;

/**
 * Marks texts as ours with HMAC-SHA256, so that who reads the database cannot make one.
 */
@Component
public final class Tag {

	private static final String HMAC = "HmacSHA256";

	private final SecretKey key;

	Tag(KeySecret secret) {
		this.key = secret.derive("tag", HMAC);
	}

	/** The tag in 43 characters of base64url. */
	public String of(String text) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA256 is not available", ex);
		}
	}

	public boolean fits(String text, String tag) {
		return MessageDigest.isEqual(of(text).getBytes(StandardCharsets.US_ASCII),
				tag.getBytes(StandardCharsets.US_ASCII));
	}

}
