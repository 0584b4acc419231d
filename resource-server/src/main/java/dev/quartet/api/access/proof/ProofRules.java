package dev.quartet.api.access.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Decides whether a proof was made for this request, this token and now (RFC 9449 §4.3).
 */
final class ProofRules {

	private static final int LONGEST_ID = 255;

	// Later than anybody's clock, and exact as a double.
	private static final double LATEST = 1e12;

	private final Addresses addresses;

	private final Duration window;

	private final Clock clock;

	ProofRules(Addresses addresses, Duration window, Clock clock) {
		this.addresses = addresses;
		this.window = window;
		this.clock = clock;
	}

	void checkHeader(Map<String, Object> header) {
		require("dpop+jwt".equals(header.get("typ")), "typ is not dpop+jwt");
		// No extension is understood here (RFC 7515 §4.1.11).
		require(!header.containsKey("crit"), "crit is not supported");
	}

	void checkClaims(Map<String, Object> claims, HttpServletRequest request, String accessToken) {
		require(request.getMethod().equals(claims.get("htm")), "htm is not the method of this request");
		require(claims.get("htu") instanceof String htu && addresses.areOf(request, htu),
				"htu is not the address of this request");
		require(claims.get("jti") instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID,
				"jti is missing or malformed");
		require(claims.get("ath") instanceof String hash && Sha256.areEqual(hash, Sha256.base64(accessToken)),
				"ath is not the hash of this token");
		require(isNow(madeAt(claims)), "iat is too far from now");
	}

	/**
	 * Answers until when any instance may take this proof, if their clocks differ a
	 * little.
	 */
	Instant endOf(Map<String, Object> claims) {
		return Instant.ofEpochSecond(madeAt(claims)).plus(window.multipliedBy(2));
	}

	private boolean isNow(long second) {
		return Math.abs(clock.instant().getEpochSecond() - second) <= window.toSeconds();
	}

	private static long madeAt(Map<String, Object> claims) {
		if (claims.get("iat") instanceof Number number && Math.abs(number.doubleValue()) < LATEST) {
			return (long) Math.floor(number.doubleValue());
		}
		throw ProofRefused.badProof("iat is missing or malformed");
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw ProofRefused.badProof(otherwise);
		}
	}

}
