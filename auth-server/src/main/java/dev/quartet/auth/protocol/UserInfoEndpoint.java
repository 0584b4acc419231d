package dev.quartet.auth.protocol;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcUserInfoEndpointConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Puts together what the userinfo endpoint takes, tells and answers (OpenID Connect Core
 * §5.3).
 */
@Component
class UserInfoEndpoint {

	private final BearerTokenAuthenticationConverter bearer = new BearerTokenAuthenticationConverter();

	private final UserInfoTokens tokens;

	private final UserInfoClaims claims;

	private final UserInfoAnswers answers;

	UserInfoEndpoint(UserInfoTokens tokens, UserInfoClaims claims, UserInfoAnswers answers) {
		this.tokens = tokens;
		this.claims = claims;
		this.answers = answers;
		DefaultBearerTokenResolver inHeaderOrBody = new DefaultBearerTokenResolver();
		// only of a POST (RFC 6750 §2.2, OpenID Connect Core §5.3.1)
		inHeaderOrBody.setAllowFormEncodedBodyParameter(true);
		this.bearer.setBearerTokenResolver(inHeaderOrBody);
	}

	void configure(OidcUserInfoEndpointConfigurer endpoint) {
		endpoint.userInfoMapper(this.claims).userInfoResponseHandler(this.answers);
	}

	// The framework insists on jwt() for this endpoint; opaque tokens open it as well.
	void configure(OAuth2ResourceServerConfigurer<?> resource) {
		AuthenticationManager bearers = new ProviderManager(new OpaqueTokenAuthenticationProvider(this.tokens));
		resource.authenticationConverter(this::token).jwt((jwt) -> jwt.authenticationManager(bearers));
	}

	// At any other endpoint a token would pass for a person who has signed in.
	private @Nullable Authentication token(HttpServletRequest request) {
		return Endpoints.isUserInfo(request) ? this.bearer.convert(new PlainForm(request)) : null;
	}

	/** The same request; scripts add the charset, which the framework does not expect. */
	private static final class PlainForm extends HttpServletRequestWrapper {

		PlainForm(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getContentType() {
			String type = super.getContentType();
			String form = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
			return (type != null && type.toLowerCase(Locale.ROOT).startsWith(form + ";")) ? form : type;
		}

	}

}
