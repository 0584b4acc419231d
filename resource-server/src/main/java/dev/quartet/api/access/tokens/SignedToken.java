package dev.quartet.api.access.tokens;

import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;

/**
 * Is a JWT whose signature nobody has checked yet.
 *
 * @param header says how it is signed
 * @param claims what it says, which may be invented
 * @param jws the whole
 */
record SignedToken(JWSHeader header, Claims claims, JWSObject jws) {

	private static final int PARTS = 3;

	/** Is empty for what was never meant as a JWT. */
	static Optional<SignedToken> read(String token) {
		String[] parts = token.split("\\.", PARTS + 1);
		if (parts.length != PARTS || !parts[0].startsWith("ey")) {
			return Optional.empty();
		}
		for (String part : parts) {
			requireCanonical(part);
		}
		return Optional.of(parse(token));
	}

	// A token has one spelling: no padding, no white space, no bits that say nothing.
	private static void requireCanonical(String part) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(part);
			if (part.isEmpty() || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
				throw TokenRefused.untrusted();
			}
		}
		catch (IllegalArgumentException malformed) {
			throw TokenRefused.untrusted();
		}
	}

	private static SignedToken parse(String token) {
		try {
			JWSObject jws = JWSObject.parse(token);
			Map<String, Object> claims = jws.getPayload().toJSONObject();
			if (claims == null) {
				throw TokenRefused.untrusted();
			}
			refuseTricks(jws.getHeader());
			return new SignedToken(jws.getHeader(), new Claims(claims), jws);
		}
		catch (ParseException | IllegalArgumentException malformed) {
			throw TokenRefused.untrusted();
		}
	}

	// No extension is understood here, and keys come from the issuer alone (RFC 7515
	// §4.1.11, RFC 8725 §3.10).
	private static void refuseTricks(JWSHeader header) {
		if (header.getCriticalParams() != null || header.getCustomParam("b64") != null
				|| !header.isBase64URLEncodePayload()) {
			throw new TokenRefused("The token's header has critical parameters, and none is understood here");
		}
		boolean bringsKey = header.getJWK() != null || header.getJWKURL() != null || header.getX509CertURL() != null
				|| header.getX509CertChain() != null;
		if (bringsKey) {
			throw new TokenRefused("The token's header brings a key, and only the issuer's own count");
		}
	}

}
