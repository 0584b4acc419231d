package dev.quartet.app.oauth1;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a sign-in that a person has not allowed yet (RFC 5849 §2.1).
 *
 * @param token names the sign-in in addresses
 * @param secret signs the last leg; it never leaves the server
 */
public record TemporaryCredentials(String token, String secret) {

	/**
	 * Says whether a callback speaks of this sign-in: its {@code oauth_token} must be
	 * ours (§2.2).
	 */
	public boolean isNamed(@Nullable String callbackToken) {
		return callbackToken != null && MessageDigest.isEqual(this.token.getBytes(StandardCharsets.UTF_8),
				callbackToken.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "TemporaryCredentials[hidden]";
	}

}
