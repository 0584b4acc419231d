package dev.quartet.auth.keys;

import java.text.ParseException;
import java.util.Optional;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.JWTProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of one type that this server signed. Their times are for the caller to
 * judge.
 */
class OwnTokens implements JWTProcessor<SecurityContext> {

	private final KeyRing keys;

	private final JOSEObjectType type;

	OwnTokens(KeyRing keys, String type) {
		this.keys = keys;
		this.type = new JOSEObjectType(type);
	}

	@Override
	public JWTClaimsSet process(String token, @Nullable SecurityContext context)
			throws ParseException, BadJOSEException {
		return process(JWTParser.parse(token), context);
	}

	@Override
	public JWTClaimsSet process(JWT token, @Nullable SecurityContext context) throws BadJOSEException {
		if (token instanceof SignedJWT signed) {
			return process(signed, context);
		}
		throw new BadJWSException("The token is not signed");
	}

	@Override
	public JWTClaimsSet process(SignedJWT token, @Nullable SecurityContext context) throws BadJOSEException {
		// One type must never pass for another (RFC 8725 §3.11).
		if (!this.type.equals(token.getHeader().getType())) {
			throw new BadJWSException("The token has another type");
		}
		if (!Optional.ofNullable(token.getHeader().getKeyID())
			.flatMap(this.keys::published)
			.filter((key) -> key.signed(token))
			.isPresent()) {
			throw new BadJWSException("None of our keys signed the token");
		}
		return claims(token);
	}

	@Override
	public JWTClaimsSet process(PlainJWT token, @Nullable SecurityContext context) throws BadJOSEException {
		return process((JWT) token, context);
	}

	@Override
	public JWTClaimsSet process(EncryptedJWT token, @Nullable SecurityContext context) throws BadJOSEException {
		return process((JWT) token, context);
	}

	private static JWTClaimsSet claims(SignedJWT token) throws BadJWSException {
		try {
			return token.getJWTClaimsSet();
		}
		catch (ParseException ex) {
			throw new BadJWSException("The token holds no claims", ex);
		}
	}

}
