package dev.quartet.auth.clients;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.util.StringUtils;

/**
 * Compares a client's secret with the hashes of all that are valid now.
 *
 * <p>
 * SHA-256 is enough because these secrets are random and long; people's passwords need a
 * slow hash instead, which is why this is no bean that a login could pick up.
 */
public final class ClientSecretEncoder extends AbstractValidatingPasswordEncoder {

	public static String sha256(String secret) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	@Override
	protected String encodeNonNullPassword(String secret) {
		return sha256(secret);
	}

	@Override
	protected boolean matchesNonNull(String secret, String hashes) {
		byte[] presented = sha256(secret).getBytes(StandardCharsets.US_ASCII);
		boolean found = false;
		for (String hash : StringUtils.tokenizeToStringArray(hashes, " ")) {
			// No early exit: the time must not tell which of the secrets matched.
			found |= MessageDigest.isEqual(presented, hash.getBytes(StandardCharsets.US_ASCII));
		}
		return found;
	}

}
