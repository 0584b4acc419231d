package dev.quartet.auth.authorizations;

import java.util.UUID;

import dev.quartet.auth.onetime.ClaimsOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
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

	private final AuthorizationSteps steps;

	private final PendingAuthorizations pending;

	private final PushedRequests pushed;

	private final RestoredDevices restoredDevices;

	private final GrantedAuthorizations granted;

	private final AccessTokens accessTokens;

	JpaAuthorizations(AuthorizationSteps steps, PendingAuthorizations pending, PushedRequests pushed,
			RestoredDevices restoredDevices, GrantedAuthorizations granted, AccessTokens accessTokens) {
		this.steps = steps;
		this.pending = pending;
		this.pushed = pushed;
		this.restoredDevices = restoredDevices;
		this.granted = granted;
		this.accessTokens = accessTokens;
	}

	/** A machine's signed token is kept nowhere, so it needs no transaction. */
	@Override
	public void save(OAuth2Authorization authorization) {
		if (!AccessTokens.isSignedForMachine(authorization)) {
			this.steps.take(authorization);
		}
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
		return (byAccessToken != null) ? byAccessToken : this.granted.lookAtRefreshToken(token);
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

}
