package dev.quartet.auth.authorizations;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import dev.quartet.auth.keys.KeySecret;
import org.springframework.stereotype.Component;

/**
 * Says under which name a user code is stored: it is short enough to be guessed from its
 * hash, so a key that the database does not know goes into it (RFC 8628 §5.1).
 */
@Component
class UserCodes {

	private static final String HMAC = "HmacSHA256";

	private final SecretKey key;

	UserCodes(KeySecret secret) {
		this.key = secret.derive("user-codes", HMAC);
	}

	/** Capitals, dashes and spaces are the person's own business (RFC 8628 §6.1). */
	String key(String userCode) {
		String typed = userCode.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(typed.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has HmacSHA256", ex);
		}
	}

}
