package dev.quartet.auth.registration;

import dev.quartet.auth.discovery.OfferedEndpoints;
import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets machines reach the registration, which looks at their tokens itself, and keeps
 * sessions and forms out of its way.
 */
@Configuration(proxyBeanMethods = false)
class RegistrationSecurity {

	@Bean
	@Order(ChainOrder.REGISTRATION)
	SecurityFilterChain registration(HttpSecurity http, SecurityHeaders headers) {
		http.securityMatcher(RegistrationAddress.PATH, RegistrationAddress.PATH + "/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.headers(headers);
		return http.build();
	}

	@Bean
	OfferedEndpoints registrationEndpoint(RegistrationSettings settings) {
		return RegistrationAddress.offered(settings);
	}

}
