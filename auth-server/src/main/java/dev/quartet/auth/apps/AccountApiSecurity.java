package dev.quartet.auth.apps;

import dev.quartet.auth.resources.AccountScopes;
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
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Lets access tokens with the right scope at a person's applications, and neither the
 * session nor the form of any browser.
 */
@Configuration(proxyBeanMethods = false)
class AccountApiSecurity {

	@Bean
	@Order(ChainOrder.ACCOUNT_API)
	SecurityFilterChain accountApiEndpoints(HttpSecurity http, AccountApiTokens tokens, AccountApiUses uses,
			SecurityHeaders headers) {
		AccountApiRefusals refusals = new AccountApiRefusals();
		http.securityMatcher(AccountApi.PATH, AccountApi.PATH + "/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.GET)
				.hasAuthority(AccountScopes.READ_APPS)
				.requestMatchers(HttpMethod.HEAD)
				.hasAuthority(AccountScopes.READ_APPS)
				.anyRequest()
				.hasAuthority(AccountScopes.CHANGE_APPS))
			.oauth2ResourceServer((resource) -> resource.opaqueToken((opaque) -> opaque.introspector(tokens))
				.authenticationEntryPoint(refusals)
				.accessDeniedHandler(refusals))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.addFilterAfter(uses.filter(), AuthorizationFilter.class)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.headers(headers);
		return http.build();
	}

}
