package dev.quartet.auth.logout;

import dev.quartet.auth.web.AccessRefusals;
import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Guards signing out: clients may send anybody here, all else must come from our pages.
 */
@Configuration(proxyBeanMethods = false)
class LogoutSecurity {

	@Bean
	@Order(ChainOrder.LOGOUT)
	SecurityFilterChain endSession(HttpSecurity http, CsrfTokenRepository csrfTokens, AccessRefusals refusals,
			SecurityHeaders headers) {
		http.securityMatcher(EndSessionController.PATH, EndSessionController.CONFIRM_PATH,
				EndSessionController.OWN_PATH)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.logout((logout) -> logout.disable())
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(EndSessionController.PATH))
			.exceptionHandling((handling) -> handling.accessDeniedHandler(refusals))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.headers(headers);
		return http.build();
	}

}
