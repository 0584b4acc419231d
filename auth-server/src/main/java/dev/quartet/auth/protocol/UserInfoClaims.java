package dev.quartet.auth.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import dev.quartet.auth.authorizations.NamedClaims;
import dev.quartet.auth.users.PersonClaims;
import dev.quartet.auth.users.StandardClaim;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.stereotype.Component;

/**
 * Decides what the userinfo endpoint tells for an access token (OpenID Connect Core
 * §5.3).
 */
@Component
class UserInfoClaims implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

	private final PersonClaims people;

	UserInfoClaims(PersonClaims people) {
		this.people = people;
	}

	@Override
	public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
		OAuth2Authorization authorization = context.getAuthorization();
		Set<StandardClaim> wanted = StandardClaim.ofScopes(context.getAccessToken().getScopes());
		NamedClaims named = authorization.getAttribute(NamedClaims.class.getName());
		if (named != null) {
			wanted.addAll(named.userInfo());
		}
		Map<String, Object> claims = new LinkedHashMap<>();
		// as the token says it, which knows what its client calls her
		claims.put("sub", subject(authorization));
		claims.putAll(this.people.claims(authorization.getPrincipalName(), wanted));
		return new OidcUserInfo(claims);
	}

	private static Object subject(OAuth2Authorization authorization) {
		Map<String, Object> token = (authorization.getAccessToken() != null)
				? authorization.getAccessToken().getClaims() : null;
		if (token == null) {
			throw new IllegalStateException("Only an access token leads here, and it has a subject");
		}
		return Objects.requireNonNull(token.get("sub"));
	}

}
