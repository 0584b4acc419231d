package dev.quartet.auth.protocol;

import dev.quartet.auth.authorize.AuthorizeEndpoint;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.ClientSecrets;
import dev.quartet.auth.discovery.Metadata;
import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.SecurityHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
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

	private final AuthorizeEndpoint authorize;

	private final UserInfoClaims userInfo;

	private final Metadata metadata;

	private final ClientSecrets clientSecrets;

	ProtocolSecurity(AuthorizeEndpoint authorize, UserInfoClaims userInfo, Metadata metadata,
			ClientSecrets clientSecrets) {
		this.authorize = authorize;
		this.userInfo = userInfo;
		this.metadata = metadata;
		this.clientSecrets = clientSecrets;
	}

	@Bean
	@Order(ChainOrder.PROTOCOL)
	SecurityFilterChain protocolEndpoints(HttpSecurity http, RegisteredClientRepository clients,
			AuthenticationEntryPoint login, UserInfoTokens userInfoTokens, SecurityHeaders headers,
			ErrorPageRenderer pages) {
		http.oauth2AuthorizationServer((server) -> endpoints(http, server, clients))
			.oauth2ResourceServer((resource) -> resource.authenticationConverter(ProtocolSecurity::bearer)
				.jwt((jwt) -> jwt.authenticationManager(bearers(userInfoTokens))))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(new ProtocolEntryPoint(login)))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.addFilterAfter(new RepeatedParameters(pages), HeaderWriterFilter.class)
			.addFilterAfter(this.authorize.unreadableRequests(clients), RepeatedParameters.class)
			.addFilterAfter(this.authorize.unreadablePushedRequests(clients), RepeatedParameters.class)
			.addFilterAfter(new NotOffered(), RepeatedParameters.class)
			.addFilterBefore(this.authorize.signInFilter(login), AuthorizationFilter.class)
			.headers(headers);
		return http.build();
	}

	// At any other endpoint a token would pass for a person who has signed in.
	private static @Nullable Authentication bearer(HttpServletRequest request) {
		return Endpoints.isUserInfo(request) ? new BearerTokenAuthenticationConverter().convert(request) : null;
	}

	// The framework insists on jwt() for the userinfo endpoint; opaque tokens open it as
	// well.
	private static AuthenticationManager bearers(UserInfoTokens tokens) {
		return new ProviderManager(new OpaqueTokenAuthenticationProvider(tokens));
	}

	private void endpoints(HttpSecurity http, OAuth2AuthorizationServerConfigurer server,
			RegisteredClientRepository clients) {
		http.securityMatcher(server.getEndpointsMatcher());
		server.clientAuthentication(this::secretsByTheirHash)
			.clientAuthentication((authentication) -> publicClientsByTheirName(authentication, clients))
			.authorizationEndpoint(this.authorize::configure)
			.pushedAuthorizationRequestEndpoint(this.authorize::configure)
			.tokenIntrospectionEndpoint((endpoint) -> endpoint
				.authenticationProviders((providers) -> providers.replaceAll(IntrospectionRules::new)))
			.authorizationServerMetadataEndpoint(
					(endpoint) -> endpoint.authorizationServerMetadataCustomizer(this.metadata::describe))
			.oidc(this::openIdConnect);
	}

	private void openIdConnect(OidcConfigurer oidc) {
		oidc.userInfoEndpoint((endpoint) -> endpoint.userInfoMapper(this.userInfo))
			.providerConfigurationEndpoint(
					(endpoint) -> endpoint.providerConfigurationCustomizer(this.metadata::describe));
	}

	private static void publicClientsByTheirName(OAuth2ClientAuthenticationConfigurer authentication,
			RegisteredClientRepository clients) {
		authentication.authenticationConverter(new PublicClientConverter())
			.authenticationProvider(new PublicClientProvider(clients));
	}

	private void secretsByTheirHash(OAuth2ClientAuthenticationConfigurer clients) {
		clients.authenticationProviders((providers) -> providers.replaceAll(this::secretByItsHash));
	}

	// The passwords' slow encoder must never stand in a machine's way.
	private AuthenticationProvider secretByItsHash(AuthenticationProvider provider) {
		if (!(provider instanceof ClientSecretAuthenticationProvider secrets)) {
			return provider;
		}
		secrets.setPasswordEncoder(new ClientSecretEncoder());
		return new ClientSecretProvider(this.clientSecrets, secrets);
	}

}
