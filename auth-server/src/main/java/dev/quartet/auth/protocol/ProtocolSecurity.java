package dev.quartet.auth.protocol;

import dev.quartet.auth.authorize.AuthorizeEndpoint;
import dev.quartet.auth.authorize.RequestFilters;
import dev.quartet.auth.discovery.Metadata;
import dev.quartet.auth.sessions.SessionChecks;
import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Guards the endpoints of OAuth and OpenID Connect: browsers at one of them, machines at
 * all others.
 */
@Configuration(proxyBeanMethods = false)
class ProtocolSecurity {

	private final AuthorizeEndpoint authorize;

	private final RequestFilters requests;

	private final MachineEndpoints machines;

	private final UserInfoEndpoint userInfo;

	private final Metadata metadata;

	ProtocolSecurity(AuthorizeEndpoint authorize, RequestFilters requests, MachineEndpoints machines,
			UserInfoEndpoint userInfo, Metadata metadata) {
		this.authorize = authorize;
		this.requests = requests;
		this.machines = machines;
		this.userInfo = userInfo;
		this.metadata = metadata;
	}

	@Bean
	@Order(ChainOrder.PROTOCOL)
	SecurityFilterChain protocolEndpoints(HttpSecurity http, AuthenticationEntryPoint login, SecurityHeaders headers,
			ErrorPageRenderer pages, SessionChecks sessions) {
		sessions.guard(http);
		http.oauth2AuthorizationServer((server) -> endpoints(http, server))
			.oauth2ResourceServer(this.userInfo::configure)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(new ProtocolEntryPoint(login)))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.addFilterAfter(new UnclearParameters(pages), HeaderWriterFilter.class)
			.addFilterAfter(this.requests.unreadable(), UnclearParameters.class)
			.addFilterAfter(this.requests.objects(), UnclearParameters.class)
			.addFilterAfter(this.requests.unreadablePushed(), AuthorizationFilter.class)
			.addFilterAfter(this.requests.pushedObjects(), AuthorizationFilter.class)
			.addFilterAfter(new NotOffered(), UnclearParameters.class)
			.addFilterBefore(this.requests.signIn(login), AuthorizationFilter.class)
			.headers(headers);
		return http.build();
	}

	private void endpoints(HttpSecurity http, OAuth2AuthorizationServerConfigurer server) {
		http.securityMatcher(DeviceEndpoints.withoutVerification(server.getEndpointsMatcher()));
		this.machines.configure(server);
		server.authorizationEndpoint(this.authorize::configure)
			.pushedAuthorizationRequestEndpoint(this.authorize::configure)
			.authorizationServerMetadataEndpoint(
					(endpoint) -> endpoint.authorizationServerMetadataCustomizer(this.metadata::describe))
			.oidc(this::openIdConnect);
	}

	private void openIdConnect(OidcConfigurer oidc) {
		oidc.userInfoEndpoint(this.userInfo::configure)
			.providerConfigurationEndpoint(
					(endpoint) -> endpoint.providerConfigurationCustomizer(this.metadata::describe));
	}

}
