package dev.quartet.auth.authorizations;

import java.util.UUID;

import dev.quartet.auth.onetime.ClaimsOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what becomes of an authorization at each step: the framework saves one object
 * again and again, here each of its states is a row of its own that can be claimed once.
 */
@Component
class JpaAuthorizations implements OAuth2AuthorizationService {

	private final PendingAuthorizations pending;

	private final PushedRequests pushed;

	private final DeviceAuthorizations devices;

	private final RestoredDevices restoredDevices;

	private final GrantedAuthorizations granted;

	private final AccessTokens accessTokens;

	JpaAuthorizations(PendingAuthorizations pending, PushedRequests pushed, DeviceAuthorizations devices,
			RestoredDevices restoredDevices, GrantedAuthorizations granted, AccessTokens accessTokens) {
		this.pending = pending;
		this.pushed = pushed;
		this.devices = devices;
		this.restoredDevices = restoredDevices;
		this.granted = granted;
		this.accessTokens = accessTokens;
	}

	@Override
	@ClaimsOnce
	public void save(OAuth2Authorization authorization) {
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
				this.granted.revokeReplayed(grantId(authorization));
			}
			else {
				this.granted.revoke(grantId(authorization));
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
			this.granted.make(authorization);
		}
		else if (refreshToken != null) {
			this.granted.rotate(refreshToken.getToken().getTokenValue());
		}
		// What is left is a machine's token, or an exchanged one: one signature and no
		// row,
		// unless it is opaque.
		this.accessTokens.keepIfOpaque(authorization);
	}

	private void redeem(OAuth2Authorization authorization, String code) {
		if (this.pending.claimCode(code, grantId(authorization))) {
			this.granted.make(authorization);
			return;
		}
		this.pending.boughtWith(code).ifPresent(this.granted::revokeReplayed);
		throw Refusals.invalidGrant("The authorization code was used before");
	}

	@Override
	@ClaimsOnce
	public void remove(OAuth2Authorization authorization) {
		this.pending.drop(authorization);
	}

	@Override
	@Transactional(readOnly = true)
	public @Nullable OAuth2Authorization findById(String id) {
		return this.granted.findActive(UUID.fromString(id)).map(OAuth2Authorization.Builder::build).orElse(null);
	}

	@Override
	@ClaimsOnce
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
		String type = (tokenType != null) ? tokenType.getValue() : "";
		return switch (type) {
			case OAuth2ParameterNames.STATE -> findByState(token);
			case OAuth2ParameterNames.CODE -> findByCode(token);
			case OAuth2ParameterNames.DEVICE_CODE -> this.restoredDevices.findByDeviceCode(token);
			case OAuth2ParameterNames.USER_CODE -> this.restoredDevices.findByUserCode(token);
			case OAuth2ParameterNames.ACCESS_TOKEN -> this.accessTokens.find(token);
			case OAuth2ParameterNames.REFRESH_TOKEN -> this.granted.findByRefreshToken(token);
			// Not what introspection and revocation speak of (RFC 7662 §2.1, RFC 7009
			// §2.1).
			case OidcParameterNames.ID_TOKEN -> null;
			default -> findPresented(token);
		};
	}

	/** A token without a type can only be one that a client may introspect or revoke. */
	private @Nullable OAuth2Authorization findPresented(String token) {
		OAuth2Authorization byAccessToken = this.accessTokens.find(token);
		return (byAccessToken != null) ? byAccessToken : this.granted.findByRefreshToken(token);
	}

	private @Nullable OAuth2Authorization findByState(String state) {
		OAuth2Authorization consent = this.pending.findByConsentState(state);
		if (consent != null) {
			return consent;
		}
		OAuth2Authorization request = this.pushed.find(state);
		return (request != null) ? request : this.restoredDevices.findByConsentState(state);
	}

	private @Nullable OAuth2Authorization findByCode(String code) {
		OAuth2Authorization found = this.pending.findByCode(code);
		if (found == null) {
			return null;
		}
		return this.pending.boughtWith(code)
			.flatMap(this.granted::anyRefreshToken)
			.map((token) -> OAuth2Authorization.from(found).refreshToken(token).build())
			.orElse(found);
	}

	private static UUID grantId(OAuth2Authorization authorization) {
		return UUID.fromString(authorization.getId());
	}

}
