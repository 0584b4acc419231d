package dev.quartet.api.access.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes nonces that every instance with the same secret knows without having stored them:
 * one for each step of time, taken in that step and the next (RFC 9449 §9).
 */
final class ProofNonces {

	static final Duration STEP = Duration.ofMinutes(5);

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec secret;

	private final Clock clock;

	ProofNonces(String secret, Clock clock) {
		this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
		this.clock = clock;
	}

	/**
	 * Refuses a proof without a nonce of this time; answers with the next nonce when the
	 * proof's ends soon.
	 */
	Map<String, String> check(Map<String, Object> claims) {
		long step = Math.floorDiv(clock.instant().getEpochSecond(), STEP.toSeconds());
		String current = nonce(step);
		if (!(claims.get("nonce") instanceof String nonce)) {
			throw ProofRefused.needsNonce(current);
		}
		// The clock of whoever gave it out may be ahead.
		if (Sha256.areEqual(nonce, current) || Sha256.areEqual(nonce, nonce(step + 1))) {
			return Map.of();
		}
		if (Sha256.areEqual(nonce, nonce(step - 1))) {
			return Map.of(ProofRefused.NONCE, current);
		}
		throw ProofRefused.needsNonce(current);
	}

	private String nonce(long step) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(secret);
			byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (GeneralSecurityException missing) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, missing);
		}
	}

}
