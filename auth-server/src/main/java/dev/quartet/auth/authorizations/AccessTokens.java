package dev.quartet.auth.authorizations;

import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.auth.keys.VerifiedTokens;
import dev.quartet.auth.onetime.Seen;
import dev.quartet.auth.onetime.SeenKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.stereotype.Component;

/**
 * Decides what an access token still stands for: its signature or its row first, then its
 * grant.
 */
@Component
class AccessTokens {

	private final VerifiedTokens verified;

	private final OpaqueTokens opaque;

	private final GrantedAuthorizations granted;

	private final RegisteredClientRepository clients;

	private final Seen seen;

	AccessTokens(VerifiedTokens verified, OpaqueTokens opaque, GrantedAuthorizations granted,
			RegisteredClientRepository clients, Seen seen) {
		this.verified = verified;
		this.opaque = opaque;
		this.granted = granted;
		this.clients = clients;
		this.seen = seen;
	}

	/** Nothing of such a token is kept (RFC 6749 §4.4). */
	static boolean isSignedForMachine(OAuth2Authorization authorization) {
		OAuth2Authorization.Token<OAuth2AccessToken> token = authorization.getAccessToken();
		return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())
				&& token != null && !token.isInvalidated() && !isOpaque(token);
	}

	/** A signed token needs no row; an opaque one has its own. */
	void keepIfOpaque(OAuth2Authorization authorization) {
		OAuth2Authorization.Token<OAuth2AccessToken> token = authorization.getAccessToken();
		if (token != null && isOpaque(token)) {
			this.opaque.keep(token);
		}
	}

	private static boolean isOpaque(OAuth2Authorization.Token<OAuth2AccessToken> token) {
		return OAuth2TokenFormat.REFERENCE.getValue().equals(token.getMetadata(OAuth2TokenFormat.class.getName()));
	}

	@Nullable OAuth2Authorization find(String token) {
		return claims(token).filter((claims) -> !this.seen.contains(SeenKind.REVOKED_TOKEN, claims.getJWTID()))
			.flatMap((claims) -> authorizationOf(claims).map((builder) -> withAccessToken(builder, token, claims)))
			.map(OAuth2Authorization.Builder::build)
			.orElse(null);
	}

	/** Revokes one access token until it would have expired (RFC 7009 §2). */
	void revoke(OAuth2AccessToken token) {
		claims(token.getTokenValue()).ifPresent((claims) -> this.seen.remember(SeenKind.REVOKED_TOKEN,
				claims.getJWTID(), claims.getExpirationTime().toInstant()));
	}

	// Only a signed token has dots.
	private Optional<JWTClaimsSet> claims(String token) {
		return (token.indexOf('.') >= 0) ? this.verified.accessToken(token) : this.opaque.find(token);
	}

	private Optional<OAuth2Authorization.Builder> authorizationOf(JWTClaimsSet claims) {
		String grantId = text(claims, TokenClaimNames.GRANT_ID);
		String clientId = text(claims, TokenClaimNames.CLIENT_ID);
		if (clientId == null) {
			return Optional.empty();
		}
		return (grantId != null) ? this.granted.findActive(UUID.fromString(grantId), clientId) : machine(clientId);
	}

	// A machine's token has no grant behind it: it lives as long as its client.
	private Optional<OAuth2Authorization.Builder> machine(String clientId) {
		return Optional.ofNullable(this.clients.findByClientId(clientId))
			.map((client) -> OAuth2Authorization.withRegisteredClient(client)
				.principalName(client.getClientId())
				.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS));
	}

	private static OAuth2Authorization.Builder withAccessToken(OAuth2Authorization.Builder builder, String token,
			JWTClaimsSet claims) {
		Instant issuedAt = claims.getIssueTime().toInstant();
		Instant expiresAt = claims.getExpirationTime().toInstant();
		OAuth2AccessToken accessToken = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token, issuedAt,
				expiresAt, scopes(claims));
		OAuth2TokenFormat format = (token.indexOf('.') >= 0) ? OAuth2TokenFormat.SELF_CONTAINED
				: OAuth2TokenFormat.REFERENCE;
		return builder.token(accessToken, (metadata) -> {
			metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, asTheFrameworkReadsThem(claims));
			metadata.put(OAuth2TokenFormat.class.getName(), format.getValue());
		});
	}

	private static Set<String> scopes(JWTClaimsSet claims) {
		String scope = text(claims, TokenClaimNames.SCOPE);
		return (scope == null) ? Set.of() : new HashSet<>(Arrays.asList(scope.split(" ", -1)));
	}

	// Nimbus gives times as Date, the framework casts them to Instant.
	private static Map<String, Object> asTheFrameworkReadsThem(JWTClaimsSet claims) {
		Map<String, Object> read = new HashMap<>(claims.getClaims());
		read.replaceAll((name, value) -> (value instanceof Date date) ? date.toInstant() : value);
		return read;
	}

	private static @Nullable String text(JWTClaimsSet claims, String name) {
		try {
			return claims.getStringClaim(name);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("Our own token has a %s that is no text".formatted(name), ex);
		}
	}

}
