package dev.quartet.auth.grantmanagement;

import java.util.Map;

import dev.quartet.auth.authorizations.GrantRequest;
import dev.quartet.auth.discovery.OfferedEndpoints;
import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets clients with the right scope at their grants (Grant Management for OAuth 2.0
 * §6.1).
 */
@Configuration(proxyBeanMethods = false)
class GrantManagementSecurity {

	@Bean
	@Order(ChainOrder.GRANT_MANAGEMENT)
	SecurityFilterChain grantManagement(HttpSecurity http, ManagementTokens tokens, SecurityHeaders headers) {
		GrantManagementRefusals refusals = new GrantManagementRefusals();
		http.securityMatcher(GrantRequest.PATH, GrantRequest.PATH + "/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.DELETE)
				.hasAuthority(GrantRequest.REVOKE_SCOPE)
				.anyRequest()
				.hasAuthority(GrantRequest.QUERY_SCOPE))
			.oauth2ResourceServer((resource) -> resource.opaqueToken((opaque) -> opaque.introspector(tokens))
				.authenticationEntryPoint(refusals)
				.accessDeniedHandler(refusals))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.headers(headers);
		return http.build();
	}

	@Bean
	OfferedEndpoints grantManagementEndpoint() {
		return () -> Map.of("grant_management_endpoint", GrantRequest.PATH);
	}

}
