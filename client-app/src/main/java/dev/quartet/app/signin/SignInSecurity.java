package dev.quartet.app.signin;

import dev.quartet.app.provider.Provider;
import dev.quartet.app.provider.ProviderSettings;
import dev.quartet.app.web.PageHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Decides which pages need a signed-in person, and how one becomes that. */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

	private static final String[] PERSONAL = { "/profile", "/notes", "/notes/**" };

	private final SignInRequests requests;

	private final SessionPendingLogins pending;

	private final SignInSucceeded succeeded;

	private final SignInFailed failed;

	SignInSecurity(SignInRequests requests, SessionPendingLogins pending, SignInSucceeded succeeded,
			SignInFailed failed) {
		this.requests = requests;
		this.pending = pending;
		this.succeeded = succeeded;
		this.failed = failed;
	}

	@Bean
	SecurityFilterChain pages(HttpSecurity http, Provider provider, ProviderSettings settings, SignOut signOut,
			FormRefused formRefused) {
		http.authorizeHttpRequests((rules) -> rules.requestMatchers(PERSONAL).authenticated().anyRequest().permitAll());
		http.oauth2Login(this::signIn);
		http.addFilterBefore(new CallbackRules(provider, settings, this.pending, this.failed),
				OAuth2LoginAuthenticationFilter.class);
		http.logout((logout) -> logout.logoutUrl("/logout").logoutSuccessHandler(signOut));
		http.exceptionHandling((refusals) -> refusals.accessDeniedHandler(formRefused)
			.authenticationEntryPoint(
					(request, response, ex) -> response.sendRedirect(ReturnPath.to(request).afterSignIn())));
		// The page to come back to belongs to the pending sign-in, not to the session:
		// tabs would overwrite each other's.
		http.requestCache((cache) -> cache.requestCache(new NullRequestCache()));
		http.headers(new PageHeaders(settings.issuer())::writeTo);
		return http.build();
	}

	private void signIn(OAuth2LoginConfigurer<HttpSecurity> login) {
		login.loginPage("/");
		login.authorizationEndpoint((endpoint) -> endpoint.authorizationRequestResolver(this.requests)
			.authorizationRequestRepository(this.pending));
		login.successHandler(this.succeeded);
		login.failureHandler(this.failed);
		login.withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
			@Override
			public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
				filter.setAuthenticationFailureHandler(SignInSecurity.this.failed);
				return filter;
			}
		});
	}

}
