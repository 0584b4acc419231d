package dev.quartet.auth.protocol;

import java.io.IOException;

import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Tells a machine that there is nothing where it looks, instead of sending it to a login
 * page: clients probe for documents that not every server has.
 */
@Configuration(proxyBeanMethods = false)
class NoSuchEndpoint {

	private static final RequestMatcher MACHINES = (request) -> isForMachines(request.getRequestURI());

	@Bean
	@Order(ChainOrder.NO_SUCH_ENDPOINT)
	SecurityFilterChain noSuchEndpoints(HttpSecurity http, SecurityHeaders headers) {
		http.securityMatcher(MACHINES)
			.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
			.exceptionHandling((refusals) -> refusals
				.authenticationEntryPoint((request, response, refusal) -> answer(request, response))
				.accessDeniedHandler((request, response, refusal) -> answer(request, response)))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache((cache) -> cache.requestCache(new NullRequestCache()))
			.headers(headers);
		return http.build();
	}

	private static boolean isForMachines(String path) {
		return path.startsWith("/.well-known/") || path.startsWith("/connect/") || path.equals("/userinfo")
				|| path.startsWith("/userinfo/") || (path.startsWith("/oauth2/") && !path.equals("/oauth2/consent"));
	}

	private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String methods = Endpoints.methods(request);
		if (methods.isEmpty()) {
			MachineErrors.write(response, HttpServletResponse.SC_NOT_FOUND, "invalid_request",
					"There is no such endpoint");
			return;
		}
		response.setHeader(HttpHeaders.ALLOW, methods);
		MachineErrors.write(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "invalid_request",
				"This endpoint does not take this method");
	}

}
