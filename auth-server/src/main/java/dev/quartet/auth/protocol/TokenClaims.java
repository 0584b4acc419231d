package dev.quartet.auth.protocol;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.quartet.auth.authorizations.GrantRequest;
import dev.quartet.auth.authorizations.GrantedResources;
import dev.quartet.auth.authorizations.NamedClaims;
import dev.quartet.auth.authorizations.SignIn;
import dev.quartet.auth.authorizations.TokenClaimNames;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.resources.AccountScopes;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.subjects.Subjects;
import dev.quartet.auth.users.PersonClaims;
import dev.quartet.auth.users.StandardClaim;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.JwsAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenClaimsContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Decides what our access tokens (RFC 9068) and ID tokens (OpenID Connect Core §2) say.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private static final Duration ID_TOKEN_LIFE = Duration.ofMinutes(5);

	private final ProtocolSettings settings;

	private final ScopeCatalogue catalogue;

	private final PersonClaims people;

	private final Subjects subjects;

	private final Clock clock;

	TokenClaims(ProtocolSettings settings, ScopeCatalogue catalogue, PersonClaims people, Subjects subjects,
			Clock clock) {
		this.settings = settings;
		this.catalogue = catalogue;
		this.people = people;
		this.subjects = subjects;
		this.clock = clock;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			context.getJwsHeader()
				.type("at+jwt")
				.algorithm(QuartetClientSettings.accessTokenAlgorithm(context.getRegisteredClient()));
			context.getClaims().claims((claims) -> accessToken(context, claims));
		}
		else {
			idToken(context);
		}
	}

	/** What an opaque access token stands for is what a signed one says. */
	void customize(OAuth2TokenClaimsContext context) {
		context.getClaims().claims((claims) -> accessToken(context, claims));
	}

	private void accessToken(OAuth2TokenContext context, Map<String, Object> claims) {
		Set<String> scopes = new TreeSet<>(context.getAuthorizedScopes());
		claims.put("aud", audience(context, scopes));
		claims.put(TokenClaimNames.CLIENT_ID, context.getRegisteredClient().getClientId());
		claims.remove(TokenClaimNames.SCOPE);
		if (!scopes.isEmpty()) {
			claims.put(TokenClaimNames.SCOPE, String.join(" ", scopes));
		}
		OAuth2Authorization grant = grant(context);
		if (grant != null) {
			claims.put(TokenClaimNames.GRANT_ID, grant.getId());
			claims.put("sub", this.subjects.subject(context.getRegisteredClient(), grant.getPrincipalName()));
			if (scopes.contains(OidcScopes.PROFILE)) {
				claims.putAll(this.people.claims(grant.getPrincipalName(), List.of(StandardClaim.PREFERRED_USERNAME)));
			}
			// An API may ask for a stronger or more recent sign-in (RFC 9068 §2.2.1, RFC
			// 9470).
			claims.putAll(claims(signIn(grant)));
		}
	}

	// Without a resource parameter the scopes name the resource (RFC 9068 §3).
	private List<String> audience(OAuth2TokenContext context, Set<String> scopes) {
		Set<String> opened = this.catalogue.resourcesOf(scopes);
		Set<String> named = namedResources(context);
		List<String> granted = new ArrayList<>(opened);
		if (!named.isEmpty()) {
			granted.retainAll(named);
		}
		List<String> audience = new ArrayList<>(RequestedResources.narrow(context, granted));
		if (scopes.contains(OidcScopes.OPENID)) {
			audience.add(this.settings.userInfo());
		}
		if (!Collections.disjoint(scopes, GrantRequest.SCOPES)) {
			audience.add(this.settings.grants());
		}
		// Whoever is given the token can use it wherever it counts: no other API may be.
		if (opened.isEmpty() && opensAccount(context, scopes, named)) {
			audience.add(this.settings.issuer() + AccountScopes.PATH);
		}
		return audience.isEmpty() ? List.of(this.settings.issuer()) : audience;
	}

	// Whoever names an API gets a token for that one alone: it must not open a person's
	// account there. And a machine is nobody.
	private static boolean opensAccount(OAuth2TokenContext context, Set<String> scopes, Set<String> named) {
		return AccountScopes.areAmong(scopes) && grant(context) != null && named.isEmpty()
				&& !RequestedResources.areNamed(context);
	}

	private static Set<String> namedResources(OAuth2TokenContext context) {
		OAuth2Authorization grant = grant(context);
		GrantedResources named = (grant != null) ? grant.getAttribute(GrantedResources.class.getName()) : null;
		return (named != null) ? named.identifiers() : Set.of();
	}

	private void idToken(JwtEncodingContext context) {
		OAuth2Authorization grant = grant(context);
		if (grant == null) {
			return;
		}
		JwsAlgorithm algorithm = QuartetClientSettings.idTokenAlgorithm(context.getRegisteredClient());
		context.getJwsHeader().type("JWT").algorithm(algorithm);
		context.getClaims()
			.subject(this.subjects.subject(context.getRegisteredClient(), grant.getPrincipalName()))
			.expiresAt(this.clock.instant().plus(ID_TOKEN_LIFE));
		NamedClaims named = grant.getAttribute(NamedClaims.class.getName());
		if (named != null) {
			context.getClaims()
				.claims((claims) -> claims.putAll(this.people.claims(grant.getPrincipalName(), named.idToken())));
		}
		SignIn signIn = signIn(grant);
		context.getClaims().claims((claims) -> claims.putAll(claims(signIn)));
		if (signIn != null && signIn.sid() != null) {
			context.getClaims().claim("sid", Subjects.sid(context.getRegisteredClient(), signIn.sid()));
		}
		OAuth2Authorization.Token<OAuth2AccessToken> accessToken = grant.getAccessToken();
		if (accessToken != null) {
			context.getClaims().claim("at_hash", HalfHash.of(accessToken.getToken().getTokenValue(), algorithm));
		}
	}

	private static @Nullable SignIn signIn(OAuth2Authorization grant) {
		return grant.getAttribute(SignIn.class.getName());
	}

	private static Map<String, Object> claims(@Nullable SignIn signIn) {
		return (signIn != null)
				? Map.of("auth_time", signIn.authTime().getEpochSecond(), "acr", signIn.acr(), "amr", signIn.amr())
				: Map.of();
	}

	private static @Nullable OAuth2Authorization grant(OAuth2TokenContext context) {
		boolean machine = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
		return machine ? null : context.getAuthorization();
	}

}
