package dev.quartet.auth.grantmanagement;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.quartet.auth.authorizations.GrantRequest;
import dev.quartet.auth.authorizations.TokenClaimNames;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionAuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/**
 * Decides which access tokens open the grants of a client (Grant Management for OAuth 2.0
 * §6.1): its own, alive and meant for this (RFC 9068 §4), never a person's.
 */
@Component
class ManagementTokens implements OpaqueTokenIntrospector {

	private final OAuth2AuthorizationService authorizations;

	private final AuthorizationServerSettings settings;

	private final Clock clock;

	ManagementTokens(OAuth2AuthorizationService authorizations, AuthorizationServerSettings settings, Clock clock) {
		this.authorizations = authorizations;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		OAuth2Authorization.Token<OAuth2AccessToken> found = Optional
			.ofNullable(this.authorizations.findByToken(token, OAuth2TokenType.ACCESS_TOKEN))
			.map(OAuth2Authorization::getAccessToken)
			.orElseThrow(() -> new BadOpaqueTokenException("The access token is not one that counts here"));
		Map<String, Object> claims = Objects.requireNonNull(found.getClaims());
		if (!isAlive(found.getToken()) || !isForUs(claims) || claims.containsKey(TokenClaimNames.GRANT_ID)) {
			throw new BadOpaqueTokenException("The access token has expired or is for somebody else");
		}
		List<GrantedAuthority> scopes = found.getToken()
			.getScopes()
			.stream()
			.<GrantedAuthority>map(SimpleGrantedAuthority::new)
			.toList();
		return new OAuth2IntrospectionAuthenticatedPrincipal(String.valueOf(claims.get(TokenClaimNames.CLIENT_ID)),
				claims, scopes);
	}

	private boolean isAlive(OAuth2AccessToken token) {
		return token.getExpiresAt() != null && token.getExpiresAt().isAfter(this.clock.instant());
	}

	private boolean isForUs(Map<String, Object> claims) {
		return claims.get("aud") instanceof List<?> audience
				&& audience.contains(this.settings.getIssuer() + GrantRequest.PATH);
	}

}
