package dev.quartet.auth.protocol;

import java.io.IOException;
import java.util.Objects;

import dev.quartet.auth.authorizations.PollingPace;
import dev.quartet.auth.resources.ScopeCatalogue;
import dev.quartet.auth.web.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2DeviceAuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2DeviceAuthorizationResponseHttpMessageConverter;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Sets up what devices call (RFC 8628). The pages for the person are in a feature of
 * their own; the framework's are switched off, because they count no wrong codes.
 */
@Component
class DeviceEndpoints {

	private static final RequestMatcher VERIFICATION = PathPatternRequestMatcher.withDefaults()
		.matcher("/oauth2/device_verification");

	private final HttpMessageConverter<OAuth2DeviceAuthorizationResponse> json = new OAuth2DeviceAuthorizationResponseHttpMessageConverter();

	private final ProtocolSettings settings;

	private final DeviceRequestProvider requests;

	private final OAuth2AuthorizationService authorizations;

	private final OAuth2TokenGenerator<OAuth2Token> tokens;

	private final PollingPace pace;

	DeviceEndpoints(ProtocolSettings settings, OAuth2AuthorizationService authorizations, DeviceCodes codes,
			ScopeCatalogue catalogue, OAuth2TokenGenerator<OAuth2Token> tokens, PollingPace pace) {
		this.settings = settings;
		this.requests = new DeviceRequestProvider(authorizations, codes,
				(resource) -> catalogue.resource(resource).isPresent());
		this.authorizations = authorizations;
		this.tokens = tokens;
		this.pace = pace;
	}

	/** The same endpoints without the framework's page for the person. */
	static RequestMatcher withoutVerification(RequestMatcher endpoints) {
		return new AndRequestMatcher(endpoints, new NegatedRequestMatcher(VERIFICATION));
	}

	void configure(OAuth2AuthorizationServerConfigurer server) {
		server.deviceAuthorizationEndpoint((endpoint) -> endpoint.deviceAuthorizationResponseHandler(this::giveCodes)
			.authenticationProviders((providers) -> providers.replaceAll((provider) -> this.requests)));
	}

	/** What devices poll with, in place of the framework's own. */
	AuthenticationProvider completed(AuthenticationProvider provider) {
		return (provider instanceof OAuth2DeviceCodeAuthenticationProvider)
				? new DeviceTokenProvider(provider, this.pace, this.authorizations, this.tokens) : provider;
	}

	private void giveCodes(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
			throws IOException {
		OAuth2DeviceAuthorizationRequestAuthenticationToken given = (OAuth2DeviceAuthorizationRequestAuthenticationToken) authentication;
		OAuth2DeviceCode deviceCode = Objects.requireNonNull(given.getDeviceCode());
		OAuth2UserCode userCode = Objects.requireNonNull(given.getUserCode());
		String page = this.settings.issuer() + "/device";
		this.json.write(OAuth2DeviceAuthorizationResponse.with(deviceCode, userCode)
			.verificationUri(page)
			.verificationUriComplete(page + "?" + new QueryString().add("user_code", userCode.getTokenValue()))
			.interval(PollingPace.FIRST_PAUSE_SECONDS)
			.build(), null, new ServletServerHttpResponse(response));
	}

}
