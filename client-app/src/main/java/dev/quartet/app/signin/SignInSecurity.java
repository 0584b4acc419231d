package dev.quartet.app.signin;

import dev.quartet.app.web.PageHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Decides which pages need a signed-in person, and where one becomes that. */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

	private static final String[] PERSONAL = { "/profile", "/notes", "/notes/**", "/links", "/links/**" };

	/** What other sites post here; each finds its own proof. */
	private static final String[] FROM_ELSEWHERE = { CallbackController.CODE + "*", SignInController.INITIATE };

	@Bean
	CsrfTokenRepository forms() {
		return new HttpSessionCsrfTokenRepository();
	}

	@Bean
	SecurityFilterChain pages(HttpSecurity http, SignInPage signIn, FormRefused formRefused,
			CsrfTokenRepository forms) {
		http.authorizeHttpRequests((rules) -> rules.requestMatchers(PERSONAL).authenticated().anyRequest().permitAll());
		http.csrf((csrf) -> csrf.csrfTokenRepository(forms).ignoringRequestMatchers(FROM_ELSEWHERE));
		http.logout((logout) -> logout.disable());
		http.exceptionHandling((refusals) -> refusals.accessDeniedHandler(formRefused)
			.authenticationEntryPoint(
					(request, response, ex) -> response.sendRedirect(signIn.on(ReturnPath.to(request)))));
		// The page to come back to belongs to the pending sign-in, not to the session:
		// tabs would overwrite each other's.
		http.requestCache((cache) -> cache.requestCache(new NullRequestCache()));
		http.headers(new PageHeaders()::writeTo);
		return http.build();
	}

}
