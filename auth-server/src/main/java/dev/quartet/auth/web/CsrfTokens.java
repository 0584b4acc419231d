package dev.quartet.auth.web;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Keeps the CSRF token in a cookie of its own: a login form that was left open for hours
 * still works, and a stranger who only opens it costs no session row.
 */
@Configuration(proxyBeanMethods = false)
class CsrfTokens {

	@Bean
	CsrfTokenRepository csrfTokenRepository(ServerProperties server) {
		var session = server.getServlet().getSession().getCookie();
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName(session.getName() + "_CSRF");
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer(
				(cookie) -> cookie.httpOnly(true).sameSite("Lax").secure(Boolean.TRUE.equals(session.getSecure())));
		return tokens;
	}

}
