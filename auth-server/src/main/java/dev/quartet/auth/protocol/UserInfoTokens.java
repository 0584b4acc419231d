package dev.quartet.auth.protocol;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionAuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/**
 * Decides which access tokens open the userinfo endpoint: signed ones and opaque ones
 * that are alive and meant for it (RFC 9068 §4).
 */
@Component
class UserInfoTokens implements OpaqueTokenIntrospector {

	private final OAuth2AuthorizationService authorizations;

	private final ProtocolSettings settings;

	private final Clock clock;

	UserInfoTokens(OAuth2AuthorizationService authorizations, ProtocolSettings settings, Clock clock) {
		this.authorizations = authorizations;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		OAuth2Authorization authorization = this.authorizations.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
		if (authorization == null) {
			throw new BadOpaqueTokenException("The access token is not one that counts here");
		}
		OAuth2Authorization.Token<OAuth2AccessToken> accessToken = Objects
			.requireNonNull(authorization.getAccessToken());
		Map<String, Object> claims = Objects.requireNonNull(accessToken.getClaims());
		if (!isAlive(accessToken.getToken()) || !isForUs(claims)) {
			throw new BadOpaqueTokenException("The access token has expired or is for somebody else");
		}
		return new OAuth2IntrospectionAuthenticatedPrincipal(authorization.getPrincipalName(), claims,
				AuthorityUtils.NO_AUTHORITIES);
	}

	private boolean isAlive(OAuth2AccessToken token) {
		Instant now = this.clock.instant();
		return token.getExpiresAt() != null && token.getExpiresAt().isAfter(now);
	}

	private boolean isForUs(Map<String, Object> claims) {
		return claims.get("aud") instanceof List<?> audience && audience.contains(this.settings.userInfo());
	}

}
