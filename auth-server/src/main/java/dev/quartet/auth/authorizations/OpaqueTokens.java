package dev.quartet.auth.authorizations;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.auth.onetime.Sha256;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/**
 * Keeps the access tokens of clients that are given a mere reference: they say nothing to
 * whoever holds them, and end at once when they are revoked.
 */
@Component
class OpaqueTokens {

	private final OpaqueTokenRows rows;

	private final Clock clock;

	OpaqueTokens(OpaqueTokenRows rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	void keep(OAuth2Authorization.Token<OAuth2AccessToken> token) {
		Map<String, Object> claims = token.getClaims();
		Instant expiresAt = token.getToken().getExpiresAt();
		if (claims == null || expiresAt == null) {
			throw new IllegalStateException("An access token has claims and an end");
		}
		this.rows.save(new OpaqueToken(Sha256.of(token.getToken().getTokenValue()), write(claims), expiresAt));
	}

	/** What the token stands for, if it was issued here and has not expired. */
	Optional<JWTClaimsSet> find(String token) {
		return this.rows.findById(Sha256.of(token))
			.filter((row) -> row.isAliveAt(this.clock.instant()))
			.map(OpaqueToken::claims)
			.map(OpaqueTokens::read);
	}

	private static String write(Map<String, Object> claims) {
		JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
		claims.forEach((name, value) -> set.claim(name, (value instanceof Instant time) ? Date.from(time) : value));
		return set.build().toString();
	}

	private static JWTClaimsSet read(String claims) {
		try {
			return JWTClaimsSet.parse(claims);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("What was written here can be read", ex);
		}
	}

}
