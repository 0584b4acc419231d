package dev.quartet.auth.authorizations;

import java.util.Objects;
import java.util.UUID;

import dev.quartet.auth.onetime.ClaimsOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.stereotype.Component;

/**
 * Decides which step of its life an authorization takes, and takes it in one transaction.
 */
@Component
class AuthorizationSteps {

	private final PendingAuthorizations pending;

	private final PushedRequests pushed;

	private final DeviceAuthorizations devices;

	private final GrantedAuthorizations granted;

	private final NewGrants newGrants;

	private final AccessTokens accessTokens;

	AuthorizationSteps(PendingAuthorizations pending, PushedRequests pushed, DeviceAuthorizations devices,
			GrantedAuthorizations granted, NewGrants newGrants, AccessTokens accessTokens) {
		this.pending = pending;
		this.pushed = pushed;
		this.devices = devices;
		this.granted = granted;
		this.newGrants = newGrants;
		this.accessTokens = accessTokens;
	}

	/**
	 * Claims what this step takes and stores what it buys, or refuses with
	 * {@code invalid_grant}.
	 */
	@ClaimsOnce
	public void take(OAuth2Authorization authorization) {
		String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
		OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
		if (DeviceAuthorizations.isWaiting(authorization)) {
			this.devices.save(authorization);
		}
		else if (state != null && PushedRequests.isOne(authorization)) {
			this.pushed.push(authorization, state);
		}
		else if (state != null) {
			this.pushed.use(authorization);
			this.pending.awaitConsent(authorization, state);
		}
		else if (code != null && !code.isInvalidated()) {
			this.pushed.use(authorization);
			this.pending.issueCode(authorization, code.getToken().getTokenValue());
		}
		else if (!revoke(authorization)) {
			buy(authorization, code);
		}
	}

	private boolean revoke(OAuth2Authorization authorization) {
		OAuth2Authorization.Token<OAuth2RefreshToken> refreshToken = authorization.getRefreshToken();
		OAuth2Authorization.Token<OAuth2AccessToken> accessToken = authorization.getAccessToken();
		if (refreshToken != null && refreshToken.isInvalidated()) {
			if (authorization.getToken(OAuth2AuthorizationCode.class) != null) {
				this.granted.endReplayed(grantId(authorization));
			}
			else {
				this.granted.end(grantId(authorization), EndedBy.CLIENT);
			}
			return true;
		}
		if (accessToken != null && accessToken.isInvalidated()) {
			this.accessTokens.revoke(accessToken.getToken());
			return true;
		}
		return false;
	}

	private void buy(OAuth2Authorization authorization,
			OAuth2Authorization.@Nullable Token<OAuth2AuthorizationCode> code) {
		OAuth2Authorization.Token<OAuth2RefreshToken> refreshToken = authorization.getRefreshToken();
		if (code != null && authorization.getAccessToken() == null) {
			// Another client presented the code: it is burnt for both (RFC 6749 §4.1.3).
			this.pending.burnCode(code.getToken().getTokenValue());
		}
		else if (code != null) {
			redeem(authorization, code.getToken().getTokenValue());
		}
		else if (authorization.getToken(OAuth2DeviceCode.class) != null) {
			this.devices.redeem(authorization);
			this.newGrants.make(authorization);
		}
		else if (refreshToken != null) {
			String scope = Objects.requireNonNull(authorization.getAttribute(RestoredGrants.SCOPE));
			this.granted.rotate(refreshToken.getToken().getTokenValue(), scope);
		}
		this.accessTokens.keepIfOpaque(authorization);
	}

	private void redeem(OAuth2Authorization authorization, String code) {
		if (this.pending.claimCode(code, grantId(authorization))) {
			this.newGrants.make(authorization);
			return;
		}
		this.pending.boughtWith(code).ifPresent(this.granted::endReplayed);
		throw Refusals.invalidGrant("The authorization code was used before");
	}

	private static UUID grantId(OAuth2Authorization authorization) {
		return UUID.fromString(authorization.getId());
	}

}
