package dev.quartet.auth.keys;

import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;

/** Signs what somebody may want to prove later, and tells whether it still can. */
public class SignedRecords {

	private final KeyRing keys;

	SignedRecords(KeyRing keys) {
		this.keys = keys;
	}

	/**
	 * A JWS in compact form (RFC 7515 §7.1). Its type keeps it from passing for a token
	 * (RFC 8725 §3.11), its header carries the public key.
	 * @param claims plain JSON values
	 */
	public String sign(String type, Map<String, Object> claims) {
		TokenKey key = this.keys.signing(TokenAlgorithm.ES256);
		try {
			return key.signWithKey(type, JSONObjectUtils.toJSONString(claims));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The key %s cannot sign".formatted(key.kid()), ex);
		}
	}

	/** What it says, if one of the keys signed it that are published now. */
	public Optional<JWTClaimsSet> verify(String type, String jws) {
		try {
			return Optional.of(new OwnTokens(this.keys, type).process(jws, null));
		}
		catch (ParseException | BadJOSEException ex) {
			return Optional.empty();
		}
	}

}
