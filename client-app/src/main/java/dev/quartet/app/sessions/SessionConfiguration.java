package dev.quartet.app.sessions;

import dev.quartet.app.secrets.Tag;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;

/**
 * Gives the session's cookie its tag, with the settings of
 * {@code server.servlet.session.cookie}.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	@Bean
	CookieSerializer sessionCookies(Tag tag, ServletContext context) {
		SessionCookieConfig settings = context.getSessionCookieConfig();
		TaggedCookies cookies = new TaggedCookies(tag);
		cookies.setCookieName(settings.getName());
		cookies.setCookiePath("/");
		cookies.setUseHttpOnlyCookie(true);
		cookies.setUseSecureCookie(settings.isSecure());
		cookies.setSameSite("Lax");
		return cookies;
	}

}
