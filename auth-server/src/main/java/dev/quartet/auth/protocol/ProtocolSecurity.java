package dev.quartet.auth.protocol;

import dev.quartet.auth.authorize.AuthorizeEndpoint;
import dev.quartet.auth.discovery.Metadata;
import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Guards the endpoints of OAuth and OpenID Connect: browsers at one of them, machines at
 * all others.
 */
@Configuration(proxyBeanMethods = false)
class ProtocolSecurity {

	private static final BearerTokenAuthenticationConverter BEARER = bearerInHeaderOrBody();

	private final AuthorizeEndpoint authorize;

	private final UserInfoClaims userInfo;

	private final Metadata metadata;

	private final UserInfoTokens userInfoTokens;

	private final UserInfoAnswers userInfoAnswers;

	private final ClientAuthentication clientAuthentication;

	ProtocolSecurity(AuthorizeEndpoint authorize, UserInfoClaims userInfo, UserInfoTokens userInfoTokens,
			UserInfoAnswers userInfoAnswers, Metadata metadata, ClientAuthentication clientAuthentication) {
		this.authorize = authorize;
		this.userInfo = userInfo;
		this.userInfoTokens = userInfoTokens;
		this.userInfoAnswers = userInfoAnswers;
		this.metadata = metadata;
		this.clientAuthentication = clientAuthentication;
	}

	@Bean
	@Order(ChainOrder.PROTOCOL)
	SecurityFilterChain protocolEndpoints(HttpSecurity http, DeviceEndpoints devices,
			RegisteredClientRepository clients, AuthenticationEntryPoint login, SecurityHeaders headers,
			ErrorPageRenderer pages) {
		http.oauth2AuthorizationServer((server) -> endpoints(http, server, devices))
			.oauth2ResourceServer((resource) -> resource.authenticationConverter(ProtocolSecurity::bearer)
				.jwt((jwt) -> jwt.authenticationManager(bearers(this.userInfoTokens))))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(new ProtocolEntryPoint(login)))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.addFilterAfter(new RepeatedParameters(pages), HeaderWriterFilter.class)
			.addFilterAfter(this.authorize.unreadableRequests(clients), RepeatedParameters.class)
			.addFilterAfter(this.authorize.unreadablePushedRequests(clients), AuthorizationFilter.class)
			.addFilterAfter(new NotOffered(), RepeatedParameters.class)
			.addFilterBefore(this.authorize.signInFilter(login), AuthorizationFilter.class)
			.headers(headers);
		return http.build();
	}

	// At any other endpoint a token would pass for a person who has signed in.
	private static @Nullable Authentication bearer(HttpServletRequest request) {
		return Endpoints.isUserInfo(request) ? BEARER.convert(request) : null;
	}

	private static BearerTokenAuthenticationConverter bearerInHeaderOrBody() {
		DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
		// only of a POST (RFC 6750 §2.2, OpenID Connect Core §5.3.1)
		resolver.setAllowFormEncodedBodyParameter(true);
		BearerTokenAuthenticationConverter converter = new BearerTokenAuthenticationConverter();
		converter.setBearerTokenResolver(resolver);
		return converter;
	}

	// The framework insists on jwt() for the userinfo endpoint; opaque tokens open it as
	// well.
	private static AuthenticationManager bearers(UserInfoTokens tokens) {
		return new ProviderManager(new OpaqueTokenAuthenticationProvider(tokens));
	}

	private void endpoints(HttpSecurity http, OAuth2AuthorizationServerConfigurer server, DeviceEndpoints devices) {
		http.securityMatcher(DeviceEndpoints.withoutVerification(server.getEndpointsMatcher()));
		devices.configure(server);
		server.clientAuthentication(this.clientAuthentication)
			.authorizationEndpoint(this.authorize::configure)
			.pushedAuthorizationRequestEndpoint(this.authorize::configure)
			.tokenIntrospectionEndpoint((endpoint) -> endpoint
				.authenticationProviders((providers) -> providers.replaceAll(IntrospectionRules::new)))
			.authorizationServerMetadataEndpoint(
					(endpoint) -> endpoint.authorizationServerMetadataCustomizer(this.metadata::describe))
			.oidc(this::openIdConnect);
	}

	private void openIdConnect(OidcConfigurer oidc) {
		oidc.userInfoEndpoint(
				(endpoint) -> endpoint.userInfoMapper(this.userInfo).userInfoResponseHandler(this.userInfoAnswers))
			.providerConfigurationEndpoint(
					(endpoint) -> endpoint.providerConfigurationCustomizer(this.metadata::describe));
	}

}
