package dev.quartet.auth.authorizations;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.stereotype.Component;

/**
 * Gives a grant its first refresh token, and each one its only successor (RFC 9700
 * §4.14.2).
 */
@Component
public class DerivedRefreshTokens {

	private final RefreshTokens tokens;

	private final GrantSettings settings;

	private final Clock clock;

	DerivedRefreshTokens(RefreshTokens tokens, GrantSettings settings, Clock clock) {
		this.tokens = tokens;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The next refresh token, or null if another kind of token is asked for.
	 */
	public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
		OAuth2Authorization authorization = context.getAuthorization();
		if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) || authorization == null) {
			return null;
		}
		Instant now = this.clock.instant();
		String token = this.tokens.derive(UUID.fromString(authorization.getId()), nextSequence(authorization));
		return new OAuth2RefreshToken(token, now, now.plus(this.settings.idle()));
	}

	private int nextSequence(OAuth2Authorization authorization) {
		GrantChange change = authorization.getAttribute(GrantChange.class.getName());
		if (change != null) {
			return change.nextSequence();
		}
		OAuth2Authorization.Token<OAuth2RefreshToken> current = authorization.getRefreshToken();
		if (current == null) {
			return 0;
		}
		return this.tokens.read(current.getToken().getTokenValue())
			.map((claim) -> claim.sequence() + 1)
			.orElseThrow(() -> new IllegalStateException("The refresh token was not derived here"));
	}

}
