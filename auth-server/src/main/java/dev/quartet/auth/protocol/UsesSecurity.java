package dev.quartet.auth.protocol;

import java.io.IOException;

import dev.quartet.auth.web.ChainOrder;
import dev.quartet.auth.web.SecurityHeaders;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Lets only clients that prove who they are report uses, and keeps sessions and forms out
 * of their way.
 */
@Configuration(proxyBeanMethods = false)
class UsesSecurity {

	@Bean
	@Order(ChainOrder.USES)
	SecurityFilterChain uses(HttpSecurity http, ProvenClients clients, ClientGuesses guesses, SecurityHeaders headers) {
		OAuth2ClientAuthenticationFilter authentication = new OAuth2ClientAuthenticationFilter(clients,
				AnyRequestMatcher.INSTANCE);
		ClientCredentials credentials = new ClientCredentials();
		authentication.setAuthenticationConverter((request) -> credentials.convert(JsonBodies.asForm(request)));
		authentication.setAuthenticationFailureHandler(new ClientRefusals(guesses));
		http.securityMatcher(Endpoints.USES)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((refusals) -> refusals
				.authenticationEntryPoint((request, response, refusal) -> challenge(response)))
			.addFilterBefore(authentication, AnonymousAuthenticationFilter.class)
			.addFilterBefore(new JsonBodies(), OAuth2ClientAuthenticationFilter.class)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.headers(headers);
		return http.build();
	}

	private static void challenge(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ClientRefusals.CHALLENGE);
		MachineErrors.write(response, HttpServletResponse.SC_UNAUTHORIZED, "invalid_client",
				"The client did not authenticate");
	}

}
