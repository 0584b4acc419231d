package dev.quartet.auth.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import dev.quartet.auth.keys.KeySecret;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * Signs the id that a browser keeps of its session. The database holds ids in clear: with
 * the signature, a copy of it opens nobody's session.
 */
@Component
class SessionCookie extends DefaultCookieSerializer {

	private static final String HMAC = "HmacSHA256";

	private final SecretKey key;

	SessionCookie(KeySecret secret, ServerProperties server) {
		this.key = secret.derive("session-cookies", HMAC);
		Cookie cookie = server.getServlet().getSession().getCookie();
		PropertyMapper map = PropertyMapper.get();
		map.from(cookie::getName).to(this::setCookieName);
		map.from(cookie::getPath).to(this::setCookiePath);
		map.from(cookie::getHttpOnly).to(this::setUseHttpOnlyCookie);
		map.from(cookie::getSecure).to(this::setUseSecureCookie);
		map.from(cookie::getSameSite).as(Cookie.SameSite::attributeValue).to(this::setSameSite);
	}

	@Override
	public void writeCookieValue(CookieValue cookie) {
		String id = cookie.getCookieValue();
		// an empty one ends the session
		String value = id.isEmpty() ? id : id + "." + signature(id);
		super.writeCookieValue(new CookieValue(cookie.getRequest(), cookie.getResponse(), value));
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return super.readCookieValues(request).stream().map(this::verified).flatMap(Optional::stream).toList();
	}

	private Optional<String> verified(String value) {
		String id = value.substring(0, Math.max(value.lastIndexOf('.'), 0));
		byte[] expected = (id + "." + signature(id)).getBytes(StandardCharsets.UTF_8);
		return MessageDigest.isEqual(expected, value.getBytes(StandardCharsets.UTF_8)) ? Optional.of(id)
				: Optional.empty();
	}

	private String signature(String id) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			byte[] signature = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has HmacSHA256", ex);
		}
	}

}
