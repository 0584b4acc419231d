package dev.quartet.auth.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import dev.quartet.auth.users.PersonClaims;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
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
		String userId = context.getAuthorization().getPrincipalName();
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("sub", userId);
		claims.putAll(this.people.claims(userId, context.getAccessToken().getScopes()));
		return new OidcUserInfo(claims);
	}

}
