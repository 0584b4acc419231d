package dev.quartet.app.logout;

import java.net.URI;
import java.util.stream.Collectors;

import dev.quartet.app.registry.OidcProvider;
import dev.quartet.app.registry.Providers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Opens what providers call: no session, no form, and frames for their pages only. */
@Configuration(proxyBeanMethods = false)
class LogoutSecurity {

	@Bean
	@Order(1)
	SecurityFilterChain logoutCalls(HttpSecurity http, Providers providers) {
		http.securityMatcher(BackChannelController.PATH + "*", FrontChannelController.PATH + "*");
		http.authorizeHttpRequests((rules) -> rules.anyRequest().permitAll());
		http.csrf((csrf) -> csrf.disable());
		http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
		http.headers((headers) -> {
			headers.frameOptions((frames) -> frames.disable());
			headers.contentSecurityPolicy((csp) -> csp
				.policyDirectives("default-src 'none'; base-uri 'none'; frame-ancestors " + origins(providers)));
		});
		return http.build();
	}

	private static String origins(Providers providers) {
		String origins = providers.all()
			.stream()
			.filter(OidcProvider.class::isInstance)
			.map((provider) -> URI.create(((OidcProvider) provider).issuer().replaceAll("[{}]", "")))
			.map((issuer) -> issuer.getScheme() + "://" + issuer.getAuthority())
			.distinct()
			.collect(Collectors.joining(" "));
		return origins.isEmpty() ? "'none'" : origins;
	}

}
