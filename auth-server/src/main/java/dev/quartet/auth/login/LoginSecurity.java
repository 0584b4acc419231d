package dev.quartet.auth.login;

import dev.quartet.auth.sessions.SessionChecks;
import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Guards the pages for people: all but a few need a sign-in. */
@Configuration(proxyBeanMethods = false)
class LoginSecurity {

	private static final String[] OPEN = { "/", "/login", "/login/switch", "/login/cancel", "/signed-out", "/setup",
			"/assets/**", "/favicon.ico", "/actuator/health/**", "/error" };

	private final SecurityHeaders headers;

	LoginSecurity(SecurityHeaders headers) {
		this.headers = headers;
	}

	@Bean
	@Order(ChainOrder.PAGES)
	SecurityFilterChain pages(HttpSecurity http, LoginOutcome outcome, LoginEntryPoint entryPoint,
			StaleLogins staleLogins, CsrfTokenRepository csrfTokens, SessionChecks sessions) {
		http.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(OPEN)
			.permitAll()
			.anyRequest()
			.authenticated())
			.formLogin((form) -> form.loginPage("/login")
				.authenticationDetailsSource(outcome)
				.successHandler(outcome)
				.failureHandler(outcome))
			.logout((logout) -> logout.disable())
			.exceptionHandling(
					(refusals) -> refusals.authenticationEntryPoint(entryPoint).accessDeniedHandler(staleLogins))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens))
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.headers(this.headers);
		sessions.guard(http);
		return http.build();
	}

}
