package dev.quartet.auth.authorizations;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import dev.quartet.auth.keys.KeySecret;
import org.springframework.stereotype.Component;

/**
 * Derives refresh tokens from the grant and its sequence, so that none has to be stored.
 */
@Component
class RefreshTokens {

	private static final String HMAC = "HmacSHA256";

	private static final int HEAD_BYTES = 2 * Long.BYTES + Integer.BYTES;

	private static final int MAC_BYTES = 32;

	private final SecretKey key;

	RefreshTokens(KeySecret secret) {
		this.key = secret.derive("refresh-tokens", HMAC);
	}

	String derive(UUID grantId, int sequence) {
		byte[] head = ByteBuffer.allocate(HEAD_BYTES)
			.putLong(grantId.getMostSignificantBits())
			.putLong(grantId.getLeastSignificantBits())
			.putInt(sequence)
			.array();
		byte[] token = ByteBuffer.allocate(HEAD_BYTES + MAC_BYTES).put(head).put(mac(head)).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	/** What a token says, if this server derived it. */
	Optional<Claim> read(String token) {
		byte[] bytes = decode(token);
		if (bytes.length != HEAD_BYTES + MAC_BYTES) {
			return Optional.empty();
		}
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		Claim claim = new Claim(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt());
		// Derived again rather than only its MAC compared: base64 has several spellings
		// of the same bytes.
		byte[] expected = derive(claim.grantId(), claim.sequence()).getBytes(StandardCharsets.US_ASCII);
		byte[] presented = token.getBytes(StandardCharsets.US_ASCII);
		return MessageDigest.isEqual(expected, presented) ? Optional.of(claim) : Optional.empty();
	}

	private static byte[] decode(String token) {
		try {
			return Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private byte[] mac(byte[] head) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			return mac.doFinal(head);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has HmacSHA256", ex);
		}
	}

	/** The grant and the sequence number that a refresh token stands for. */
	record Claim(UUID grantId, int sequence) {
	}

}
