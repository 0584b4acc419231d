package dev.quartet.auth.protocol;

import java.util.Objects;

import dev.quartet.auth.authorizations.RefusedRefreshes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Adds to the framework's refusal of a refresh token why it is refused (RFC 6749 §5.2):
 * the client is the one that can tell its person. A refresh whose grant became another
 * meanwhile is tried again.
 */
class RefreshProvider implements AuthenticationProvider {

	private final AuthenticationProvider refresh;

	private final RefusedRefreshes refused;

	RefreshProvider(AuthenticationProvider refresh, RefusedRefreshes refused) {
		this.refresh = refresh;
		this.refused = refused;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		try {
			return Tries.of(() -> this.refresh.authenticate(authentication));
		}
		catch (OAuth2AuthenticationException refusal) {
			boolean token = OAuth2ErrorCodes.INVALID_GRANT.equals(refusal.getError().getErrorCode());
			throw token ? explained(refusal, (OAuth2RefreshTokenAuthenticationToken) authentication) : refusal;
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.refresh.supports(authentication);
	}

	private OAuth2AuthenticationException explained(OAuth2AuthenticationException refusal,
			OAuth2RefreshTokenAuthenticationToken request) {
		RegisteredClient client = ((OAuth2ClientAuthenticationToken) request.getPrincipal()).getRegisteredClient();
		return this.refused.why(request.getRefreshToken(), Objects.requireNonNull(client).getClientId())
			.map((why) -> new OAuth2AuthenticationException(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, why, refusal.getError().getUri())))
			.orElse(refusal);
	}

}
