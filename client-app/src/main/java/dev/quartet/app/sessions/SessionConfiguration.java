package dev.quartet.app.sessions;

import dev.quartet.app.secrets.Tag;

import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;

/**
 * Gives the session's cookie its tag, and the settings of
 * {@code server.servlet.session.cookie}.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	@Bean
	CookieSerializer sessionCookies(Tag tag, ServerProperties server) {
		Cookie settings = server.getServlet().getSession().getCookie();
		TaggedCookies cookies = new TaggedCookies(tag);
		cookies.setCookieName(String.valueOf(settings.getName()));
		cookies.setCookiePath("/");
		cookies.setUseHttpOnlyCookie(true);
		cookies.setUseSecureCookie(Boolean.TRUE.equals(settings.getSecure()));
		cookies.setSameSite("Lax");
		return cookies;
	}

}
