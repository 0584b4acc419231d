package dev.quartet.auth.protocol;

import java.util.HashMap;
import java.util.Map;

import dev.quartet.auth.authorizations.IssuedTokens;
import dev.quartet.auth.authorizations.RefusedRefreshes;
import dev.quartet.auth.authorizations.TokenClaimNames;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2TokenExchangeAuthenticationConverter;
import org.springframework.stereotype.Component;

/** Puts together what the token endpoint takes and answers (RFC 6749 §3.2, §5). */
@Component
class TokenEndpoint {

	private final DeviceEndpoints devices;

	private final RefusedRefreshes refused;

	private final IssuedTokens issued;

	TokenEndpoint(DeviceEndpoints devices, RefusedRefreshes refused, IssuedTokens issued) {
		this.devices = devices;
		this.refused = refused;
		this.issued = issued;
	}

	void configure(OAuth2TokenEndpointConfigurer endpoint) {
		OAuth2AccessTokenResponseAuthenticationSuccessHandler answers = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
		answers.setAccessTokenResponseCustomizer(this::nameTheGrant);
		endpoint
			.accessTokenRequestConverters(
					(grants) -> grants.removeIf(OAuth2TokenExchangeAuthenticationConverter.class::isInstance))
			.authenticationProviders((providers) -> providers.replaceAll(this::completed))
			.accessTokenResponseHandler(answers);
	}

	private AuthenticationProvider completed(AuthenticationProvider provider) {
		if (provider instanceof OAuth2AuthorizationCodeAuthenticationProvider) {
			return new CodeProvider(provider);
		}
		return (provider instanceof OAuth2RefreshTokenAuthenticationProvider)
				? new RefreshProvider(provider, this.refused) : this.devices.completed(provider);
	}

	// Grant Management for OAuth 2.0 §5.5; whoever did not ask for it may want to later.
	private void nameTheGrant(OAuth2AccessTokenAuthenticationContext context) {
		OAuth2AccessTokenAuthenticationToken granted = context.getAuthentication();
		this.issued.grantOf(granted.getAccessToken()).ifPresent((grantId) -> {
			Map<String, Object> further = new HashMap<>(granted.getAdditionalParameters());
			further.put(TokenClaimNames.GRANT_ID, grantId);
			context.getAccessTokenResponse().additionalParameters(further);
		});
	}

}
