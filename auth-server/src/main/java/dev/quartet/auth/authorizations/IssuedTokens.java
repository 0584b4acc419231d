package dev.quartet.auth.authorizations;

import java.text.ParseException;
import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.stereotype.Component;

/** Tells which grant stands behind an access token that was issued just now. */
@Component
public class IssuedTokens {

	private final OpaqueTokens opaque;

	IssuedTokens(OpaqueTokens opaque) {
		this.opaque = opaque;
	}

	/** Is empty for a machine's token. */
	public Optional<String> grantOf(OAuth2AccessToken token) {
		String value = token.getTokenValue();
		return ((value.indexOf('.') >= 0) ? Optional.of(signed(value)) : this.opaque.find(value))
			.map((claims) -> claims.getClaim(TokenClaimNames.GRANT_ID))
			.map(Object::toString);
	}

	// We have just signed it, so nothing needs to be proven.
	private static JWTClaimsSet signed(String token) {
		try {
			return SignedJWT.parse(token).getJWTClaimsSet();
		}
		catch (ParseException ex) {
			throw new IllegalStateException("What was signed here can be read", ex);
		}
	}

}
