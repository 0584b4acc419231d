package dev.quartet.auth.protocol;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.quartet.auth.authorizations.PollingPace;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Adds to the framework's device grant what it leaves out: a device that polls too fast
 * is slowed down (RFC 8628 §3.5), and one that asked for openid gets an ID token.
 */
class DeviceTokenProvider implements AuthenticationProvider {

	private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(OidcParameterNames.ID_TOKEN);

	private static final String CLAUSE = "https://www.rfc-editor.org/rfc/rfc8628#section-3.5";

	private final AuthenticationProvider grant;

	private final PollingPace pace;

	private final OAuth2AuthorizationService authorizations;

	private final OAuth2TokenGenerator<?> tokens;

	DeviceTokenProvider(AuthenticationProvider grant, PollingPace pace, OAuth2AuthorizationService authorizations,
			OAuth2TokenGenerator<?> tokens) {
		this.grant = grant;
		this.pace = pace;
		this.authorizations = authorizations;
		this.tokens = tokens;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		OAuth2DeviceCodeAuthenticationToken poll = (OAuth2DeviceCodeAuthenticationToken) authentication;
		OAuth2AccessTokenAuthenticationToken granted = poll(poll);
		boolean openId = granted.getAccessToken().getScopes().contains(OidcScopes.OPENID);
		return openId ? withIdToken(granted, poll) : granted;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.grant.supports(authentication);
	}

	private OAuth2AccessTokenAuthenticationToken poll(OAuth2DeviceCodeAuthenticationToken poll) {
		try {
			return (OAuth2AccessTokenAuthenticationToken) Objects.requireNonNull(this.grant.authenticate(poll));
		}
		catch (OAuth2AuthenticationException refusal) {
			boolean pending = "authorization_pending".equals(refusal.getError().getErrorCode());
			throw pending ? waiting(poll, refusal) : refusal;
		}
	}

	private OAuth2AuthenticationException waiting(OAuth2DeviceCodeAuthenticationToken poll,
			OAuth2AuthenticationException pending) {
		return switch (this.pace.poll(poll.getDeviceCode())) {
			case PENDING -> pending;
			case TOO_FAST -> refused("slow_down", "Wait 5 seconds longer between polls from now on");
			case EXPIRED -> refused("expired_token", "Nobody answered in time: ask for new codes");
		};
	}

	private static OAuth2AuthenticationException refused(String code, String description) {
		return new OAuth2AuthenticationException(new OAuth2Error(code, description, CLAUSE));
	}

	private Authentication withIdToken(OAuth2AccessTokenAuthenticationToken granted, Authentication poll) {
		OAuth2Authorization authorization = Objects.requireNonNull(this.authorizations
			.findByToken(granted.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN));
		Authentication person = Objects.requireNonNull(authorization.getAttribute(Principal.class.getName()));
		OAuth2Token idToken = this.tokens.generate(DefaultOAuth2TokenContext.builder()
			.registeredClient(granted.getRegisteredClient())
			.principal(person)
			.authorizationServerContext(AuthorizationServerContextHolder.getContext())
			.authorization(authorization)
			.authorizedScopes(granted.getAccessToken().getScopes())
			.tokenType(ID_TOKEN)
			.authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
			.authorizationGrant(poll)
			.build());
		Map<String, Object> further = new HashMap<>(granted.getAdditionalParameters());
		further.put(OidcParameterNames.ID_TOKEN, Objects.requireNonNull(idToken).getTokenValue());
		return new OAuth2AccessTokenAuthenticationToken(granted.getRegisteredClient(),
				(Authentication) granted.getPrincipal(), granted.getAccessToken(), granted.getRefreshToken(), further);
	}

}
