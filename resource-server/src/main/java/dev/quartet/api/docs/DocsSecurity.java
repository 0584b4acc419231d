package dev.quartet.api.docs;

import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Shows the description to everybody; the page may run its own scripts and reach the API
 * and the issuer, nothing else.
 */
@Configuration(proxyBeanMethods = false)
class DocsSecurity {

	private static final String[] DOCUMENT = { "/openapi", "/openapi.yaml" };

	@Bean
	@Order(0)
	SecurityFilterChain docs(HttpSecurity http, DocsSettings settings) {
		return http.securityMatcher(settings.page() ? concat(DOCUMENT, DocsPage.paths()) : DOCUMENT)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(contentPolicy(settings)))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
				.httpStrictTransportSecurity((hsts) -> hsts
					.requestMatcher((request) -> request.isSecure() && !"localhost".equals(request.getServerName()))))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.build();
	}

	private static String contentPolicy(DocsSettings settings) {
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' "
				+ settings.issuerOrigin() + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
	}

	private static String[] concat(String[] some, String[] more) {
		return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
	}

}
