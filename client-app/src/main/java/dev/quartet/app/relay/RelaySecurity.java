package dev.quartet.app.relay;

import java.util.Set;

import dev.quartet.app.sessions.SignedInPerson;
import dev.quartet.app.web.PageHeaders;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Guards what scripts call: they get problem documents, never a redirect to a page.
 */
@Configuration(proxyBeanMethods = false)
class RelaySecurity {

	/** Should the API ever answer with a page, it is a dead one here. */
	private static final String NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'; sandbox";

	private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

	@Bean
	@Order(2)
	SecurityFilterChain scripts(HttpSecurity http, CsrfTokenRepository forms, RelayProblems problems) {
		http.securityMatcher(RelayedRequest.ROOT, RelayedRequest.ROOT + "/**", SessionController.PATH);
		http.authorizeHttpRequests((rules) -> rules.requestMatchers(RelaySecurity::comesFromElsewhere)
			.denyAll()
			.requestMatchers(SessionController.PATH)
			.permitAll()
			.anyRequest()
			.authenticated());
		http.csrf((csrf) -> csrf.csrfTokenRepository(forms).csrfTokenRequestHandler(new HeaderToken()));
		http.logout((logout) -> logout.disable());
		http.requestCache((cache) -> cache.requestCache(new NullRequestCache()));
		http.exceptionHandling((refusals) -> refusals
			.accessDeniedHandler((request, response, denied) -> problems.write(problem(denied), response))
			.authenticationEntryPoint((request, response, ex) -> problems.write(RelayProblem.SIGN_IN, response)));
		http.headers((headers) -> {
			new PageHeaders().writeTo(headers);
			headers.contentSecurityPolicy((csp) -> csp.policyDirectives(NO_PAGE));
		});
		return http.build();
	}

	/** Browsers say so themselves, and no script can forge it (Fetch Metadata §2.3). */
	private static boolean comesFromElsewhere(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return site != null && ELSEWHERE.contains(site);
	}

	private static RelayProblem problem(AccessDeniedException denied) {
		if (!(denied instanceof CsrfException)) {
			return RelayProblem.FOREIGN;
		}
		return SignedInPerson.current().isPresent() ? RelayProblem.CSRF : RelayProblem.SIGN_IN;
	}

}
