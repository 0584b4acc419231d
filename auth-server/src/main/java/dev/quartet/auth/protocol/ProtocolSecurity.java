package dev.quartet.auth.protocol;

import dev.quartet.auth.consents.ConsentAnswers;
import dev.quartet.auth.consents.ConsentRules;
import dev.quartet.auth.discovery.Metadata;
import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.ErrorPageRenderer;
import dev.quartet.auth.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationEndpointConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Guards the endpoints of OAuth and OpenID Connect: browsers at one of them, machines at
 * all others.
 */
@Configuration(proxyBeanMethods = false)
class ProtocolSecurity {

	private final AuthorizationAnswers answers;

	private final ConsentRules consentRules;

	private final ConsentAnswers consentAnswers;

	private final UserInfoClaims userInfo;

	private final Metadata metadata;

	private final ClientAuthentication clientAuthentication;

	ProtocolSecurity(AuthorizationAnswers answers, ConsentRules consentRules, ConsentAnswers consentAnswers,
			UserInfoClaims userInfo, Metadata metadata, ClientAuthentication clientAuthentication) {
		this.answers = answers;
		this.consentRules = consentRules;
		this.consentAnswers = consentAnswers;
		this.userInfo = userInfo;
		this.metadata = metadata;
		this.clientAuthentication = clientAuthentication;
	}

	@Bean
	@Order(ChainOrder.PROTOCOL)
	SecurityFilterChain protocolEndpoints(HttpSecurity http, AuthenticationEntryPoint login,
			UserInfoTokens userInfoTokens, SecurityHeaders headers, ErrorPageRenderer pages) {
		http.oauth2AuthorizationServer((server) -> endpoints(http, server))
			.oauth2ResourceServer(
					(resource) -> resource.jwt((jwt) -> jwt.authenticationManager(bearers(userInfoTokens))))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(new ProtocolEntryPoint(login)))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.addFilterAfter(new RepeatedParameters(pages), HeaderWriterFilter.class)
			.headers(headers);
		return http.build();
	}

	// The framework insists on jwt() for the userinfo endpoint; opaque tokens open it as
	// well.
	private static AuthenticationManager bearers(UserInfoTokens tokens) {
		return new ProviderManager(new OpaqueTokenAuthenticationProvider(tokens));
	}

	private void endpoints(HttpSecurity http, OAuth2AuthorizationServerConfigurer server) {
		http.securityMatcher(server.getEndpointsMatcher());
		server.clientAuthentication(this.clientAuthentication)
			.authorizationEndpoint(this::authorizationEndpoint)
			.pushedAuthorizationRequestEndpoint(Customizer.withDefaults())
			.authorizationServerMetadataEndpoint(
					(endpoint) -> endpoint.authorizationServerMetadataCustomizer(this.metadata::describe))
			.oidc(this::openIdConnect);
	}

	private void authorizationEndpoint(OAuth2AuthorizationEndpointConfigurer endpoint) {
		endpoint.consentPage("/oauth2/consent")
			.authorizationResponseHandler(this.answers)
			.errorResponseHandler(this.answers)
			.authenticationProviders((providers) -> {
				providers.forEach(this::askForConsent);
				providers.replaceAll(this::answerConsent);
			});
	}

	private void askForConsent(AuthenticationProvider provider) {
		if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
			requests.setAuthorizationConsentRequired(this.consentRules::mustAsk);
		}
	}

	private AuthenticationProvider answerConsent(AuthenticationProvider provider) {
		return (provider instanceof OAuth2AuthorizationConsentAuthenticationProvider)
				? new ConsentAnswerProvider(this.consentAnswers) : provider;
	}

	private void openIdConnect(OidcConfigurer oidc) {
		oidc.userInfoEndpoint((endpoint) -> endpoint.userInfoMapper(this.userInfo))
			.providerConfigurationEndpoint(
					(endpoint) -> endpoint.providerConfigurationCustomizer(this.metadata::describe));
	}

}
