package dev.quartet.auth.keys;

import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.SecurityHeaders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Lets everybody read the key set, and keeps sessions and forms out of its way. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class KeySetSecurity {

	@Bean
	@Order(ChainOrder.KEY_SET)
	SecurityFilterChain keySet(HttpSecurity http, SecurityHeaders headers) {
		http.securityMatcher(KeySetController.PATH)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.headers((all) -> {
				headers.customize(all);
				// the controller says how long it may be kept
				all.cacheControl((cache) -> cache.disable());
			});
		return http.build();
	}

}
