package dev.quartet.auth.apps;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.quartet.auth.authorizations.TokenClaimNames;
import dev.quartet.auth.resources.AccountScopes;
import dev.quartet.auth.users.Users;
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
 * Decides which access tokens open a person's account: alive, of a grant of hers that is
 * alive, and meant for this (RFC 9068 §4).
 */
@Component
class AccountApiTokens implements OpaqueTokenIntrospector {

	private final OAuth2AuthorizationService authorizations;

	private final AuthorizationServerSettings settings;

	private final Users users;

	private final Clock clock;

	AccountApiTokens(OAuth2AuthorizationService authorizations, AuthorizationServerSettings settings, Users users,
			Clock clock) {
		this.authorizations = authorizations;
		this.settings = settings;
		this.users = users;
		this.clock = clock;
	}

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		OAuth2Authorization authorization = Optional
			.ofNullable(this.authorizations.findByToken(token, OAuth2TokenType.ACCESS_TOKEN))
			.orElseThrow(() -> new BadOpaqueTokenException("The access token is not one that counts here"));
		OAuth2Authorization.Token<OAuth2AccessToken> found = Objects.requireNonNull(authorization.getAccessToken());
		Map<String, Object> claims = Objects.requireNonNull(found.getClaims());
		if (!isAlive(found.getToken()) || !isForUs(claims) || !isOfAPerson(claims, authorization.getPrincipalName())) {
			throw new BadOpaqueTokenException("The access token has expired or is for somebody else");
		}
		List<GrantedAuthority> scopes = found.getToken()
			.getScopes()
			.stream()
			.<GrantedAuthority>map(SimpleGrantedAuthority::new)
			.toList();
		return new OAuth2IntrospectionAuthenticatedPrincipal(authorization.getPrincipalName(), claims, scopes);
	}

	private boolean isAlive(OAuth2AccessToken token) {
		return token.getExpiresAt() != null && token.getExpiresAt().isAfter(this.clock.instant());
	}

	private boolean isForUs(Map<String, Object> claims) {
		return claims.get("aud") instanceof List<?> audience
				&& audience.contains(this.settings.getIssuer() + AccountScopes.PATH);
	}

	// Without a grant it is a machine's, and a disabled person has no account.
	private boolean isOfAPerson(Map<String, Object> claims, String userId) {
		return claims.containsKey(TokenClaimNames.GRANT_ID) && this.users.existsByIdAndDisabledAtIsNull(userId);
	}

}
