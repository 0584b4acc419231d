package dev.quartet.auth.authorizations;

import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

	private final CurrentClaims current;

	AccessTokens(VerifiedTokens verified, OpaqueTokens opaque, GrantedAuthorizations granted,
			RegisteredClientRepository clients, Seen seen, CurrentClaims current) {
		this.verified = verified;
		this.opaque = opaque;
		this.granted = granted;
		this.clients = clients;
		this.seen = seen;
		this.current = current;
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
			.flatMap((claims) -> authorizationOf(claims)
				.flatMap((authorization) -> withAccessToken(authorization, token, claims)))
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

	private Optional<OAuth2Authorization> authorizationOf(JWTClaimsSet claims) {
		String grantId = text(claims, TokenClaimNames.GRANT_ID);
		String clientId = text(claims, TokenClaimNames.CLIENT_ID);
		if (clientId == null) {
			return Optional.empty();
		}
		return ((grantId != null) ? this.granted.findActive(UUID.fromString(grantId), clientId) : machine(clientId))
			.map(OAuth2Authorization.Builder::build);
	}

	// A machine's token has no grant behind it: it lives as long as its client.
	private Optional<OAuth2Authorization.Builder> machine(String clientId) {
		return Optional.ofNullable(this.clients.findByClientId(clientId))
			.map((client) -> OAuth2Authorization.withRegisteredClient(client)
				.principalName(client.getClientId())
				.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS));
	}

	private Optional<OAuth2Authorization> withAccessToken(OAuth2Authorization authorization, String token,
			JWTClaimsSet claims) {
		boolean machine = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType());
		return (machine ? Optional.of(CurrentClaims.of(claims))
				: this.current.within(claims, authorization.getAuthorizedScopes()))
			.map((says) -> withAccessToken(OAuth2Authorization.from(authorization), token, says));
	}

	private static OAuth2Authorization withAccessToken(OAuth2Authorization.Builder builder, String token,
			Map<String, Object> claims) {
		OAuth2AccessToken accessToken = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token,
				(Instant) claims.get("iat"), (Instant) claims.get("exp"), CurrentClaims.scopes(claims));
		OAuth2TokenFormat format = (token.indexOf('.') >= 0) ? OAuth2TokenFormat.SELF_CONTAINED
				: OAuth2TokenFormat.REFERENCE;
		return builder.token(accessToken, (metadata) -> {
			metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, claims);
			metadata.put(OAuth2TokenFormat.class.getName(), format.getValue());
		}).build();
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
