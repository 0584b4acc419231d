package dev.quartet.auth.keys;

import java.text.ParseException;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTProcessor;

/** Decides whether a token is one that this server signed, expired ones included. */
public class VerifiedTokens {

	private final JWTProcessor<SecurityContext> accessTokens;

	private final JWTProcessor<SecurityContext> idTokens;

	VerifiedTokens(KeyRing keys) {
		this.accessTokens = new OwnTokens(keys, "at+jwt");
		this.idTokens = new OwnTokens(keys, "JWT");
	}

	/** The claims of one of our access tokens, recognised by its type (RFC 9068 §2.1). */
	public Optional<JWTClaimsSet> accessToken(String token) {
		return verify(this.accessTokens, token);
	}

	/**
	 * The claims of one of our ID tokens. Signed userinfo has the same type, but no end.
	 */
	public Optional<JWTClaimsSet> idToken(String token) {
		return verify(this.idTokens, token).filter((claims) -> claims.getExpirationTime() != null);
	}

	private static Optional<JWTClaimsSet> verify(JWTProcessor<SecurityContext> processor, String token) {
		try {
			return Optional.of(processor.process(token, null));
		}
		catch (ParseException | BadJOSEException | JOSEException ex) {
			return Optional.empty();
		}
	}

}
