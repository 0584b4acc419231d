package dev.quartet.api.access;

import java.util.List;

import jakarta.servlet.DispatcherType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Puts every request behind a valid token, except health and the resource's metadata. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

	private final AccessSettings settings;

	private final List<ScopeRule> rules;

	private final BearerChallenges challenges;

	private final UsedScopes used;

	ApiSecurity(AccessSettings settings, ObjectProvider<ScopeRule> rules, UsedScopes used, JsonMapper json) {
		this.settings = settings;
		this.used = used;
		this.rules = rules.orderedStream().toList();
		this.challenges = new BearerChallenges(this.rules, new RefusalWriter(settings, json));
	}

	@Bean
	SecurityFilterChain api(HttpSecurity http) {
		return http.authorizeHttpRequests(this::authorize)
			.oauth2ResourceServer(this::acceptTokens)
			.exceptionHandling(
					(refusal) -> refusal.authenticationEntryPoint(challenges).accessDeniedHandler(challenges))
			.headers(ApiSecurity::harden)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// Nothing here trusts a cookie, so there is nothing to forge across sites.
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	private void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
		requests.requestMatchers("/actuator/health/**").permitAll();
		rules.forEach((rule) -> requests.requestMatchers(rule).access(new ScopeAccess(rule, used)));
		requests.anyRequest().authenticated();
	}

	private void acceptTokens(OAuth2ResourceServerConfigurer<HttpSecurity> server) {
		server.bearerTokenResolver(new SingleBearerToken())
			.authenticationEntryPoint(challenges)
			.accessDeniedHandler(challenges)
			.protectedResourceMetadata((metadata) -> metadata.protectedResourceMetadataCustomizer(this::describe))
			.jwt((jwt) -> {
			})
			.withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
				@Override
				public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
					// The default turns an unreachable issuer into a 500.
					filter.setAuthenticationFailureHandler(challenges::commence);
					return filter;
				}
			});
	}

	// The framework fills in what the Host header says; only the settings may.
	private void describe(OAuth2ProtectedResourceMetadata.Builder metadata) {
		metadata.resource(settings.resource())
			.authorizationServer(settings.issuer())
			.claims((claims) -> claims.remove("tls_client_certificate_bound_access_tokens"));
		rules.stream().map(ScopeRule::scopes).flatMap(List::stream).distinct().sorted().forEach(metadata::scope);
	}

	private static void harden(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
			// A browser that is told so of localhost would demand it of every other port
			// there.
			.httpStrictTransportSecurity((hsts) -> hsts
				.requestMatcher((request) -> request.isSecure() && !"localhost".equals(request.getServerName())));
	}

}
