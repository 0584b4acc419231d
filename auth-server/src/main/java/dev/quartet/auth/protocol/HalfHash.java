package dev.quartet.auth.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;

/**
 * Binds an ID token to an access token: the left half of its hash, with the hash of the
 * ID token's own algorithm (OpenID Connect Core §3.1.3.6).
 */
final class HalfHash {

	private HalfHash() {
	}

	static String of(String token, JwsAlgorithm algorithm) {
		// Ed25519 hashes with SHA-512 (RFC 8032 §5.1), all others that sign here with
		// SHA-256.
		String hashName = "EdDSA".equals(algorithm.getName()) ? "SHA-512" : "SHA-256";
		try {
			byte[] hash = MessageDigest.getInstance(hashName).digest(token.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-2", ex);
		}
	}

}
