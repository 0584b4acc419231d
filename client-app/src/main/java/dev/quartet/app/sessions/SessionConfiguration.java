package dev.quartet.app.sessions;

import dev.quartet.app.secrets.Seal;
import dev.quartet.app.secrets.Tag;
import dev.quartet.app.web.AppSettings;

import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.web.http.CookieSerializer;

/**
 * Gives the session's cookie its tag, and the settings of
 * {@code server.servlet.session.cookie}.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/** Browsers take a cookie of such a name from this very host only. */
	private static final String HOST = "__Host-";

	/** Spring Session finds it by its name. */
	@Bean
	@SuppressWarnings("NullAway") // a converter may answer null; its interface says so
									// only in generics
	ConversionService springSessionConversionService(Seal seal) {
		SealedAttributes attributes = new SealedAttributes(seal);
		GenericConversionService conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class, attributes::write);
		conversions.addConverter(byte[].class, Object.class, attributes::read);
		return conversions;
	}

	@Bean
	CookieSerializer sessionCookies(Tag tag, ServerProperties server, AppSettings app) {
		Cookie settings = server.getServlet().getSession().getCookie();
		TaggedCookies cookies = new TaggedCookies(tag);
		// Behind a proxy that ends TLS only the address that people use tells.
		boolean secure = Boolean.TRUE.equals(settings.getSecure()) || app.url().startsWith("https:");
		String name = String.valueOf(settings.getName());
		cookies.setCookieName((secure && !name.startsWith(HOST)) ? HOST + name : name);
		cookies.setCookiePath("/");
		cookies.setUseHttpOnlyCookie(true);
		cookies.setUseSecureCookie(secure);
		cookies.setSameSite("Lax");
		return cookies;
	}

}
