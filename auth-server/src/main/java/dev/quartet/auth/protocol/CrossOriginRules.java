package dev.quartet.auth.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.quartet.auth.clients.ClientOrigins;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Decides which scripts of other origins may read our answers: anybody's what is public,
 * clients' their own, and nobody's what a person sees (RFC 9700 §2.6).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CrossOriginRules extends CorsFilter {

	CrossOriginRules(ClientOrigins origins) {
		super(new Rules(origins));
	}

	/** Gives no rule, and so no answer to scripts, for any other address. */
	private record Rules(ClientOrigins origins) implements CorsConfigurationSource {

		private static final Set<String> PUBLIC = Set.of("/oauth2/jwks", "/.well-known/openid-configuration",
				"/.well-known/oauth-authorization-server");

		private static final Set<String> OF_CLIENTS = Set.of("/oauth2/token", "/oauth2/revoke", "/userinfo");

		private static final Duration PREFLIGHT_LIFE = Duration.ofMinutes(10);

		@Override
		public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
			String path = request.getRequestURI();
			if (PUBLIC.contains(path)) {
				return rule("*", List.of("GET", "HEAD"));
			}
			String origin = request.getHeader(HttpHeaders.ORIGIN);
			if (origin == null || !OF_CLIENTS.contains(path)) {
				return null;
			}
			return rule(this.origins.isRegistered(origin) ? origin : "", List.of("GET", "POST"));
		}

		private static CorsConfiguration rule(String origin, List<String> methods) {
			CorsConfiguration rule = new CorsConfiguration();
			rule.setAllowedOrigins(origin.isEmpty() ? List.of() : List.of(origin));
			rule.setAllowedMethods(methods);
			rule.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE));
			rule.setExposedHeaders(List.of(HttpHeaders.WWW_AUTHENTICATE));
			rule.setMaxAge(PREFLIGHT_LIFE);
			return rule;
		}

	}

}
