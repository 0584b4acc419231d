package dev.quartet.app.sessions;

import java.util.List;

import dev.quartet.app.secrets.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Adds a tag to the session's id in the cookie, so that who reads the ids in the database
 * cannot take a session over.
 */
class TaggedCookies extends DefaultCookieSerializer {

	private static final String SEPARATOR = ".";

	private final Tag tag;

	TaggedCookies(Tag tag) {
		this.tag = tag;
	}

	@Override
	public void writeCookieValue(CookieValue cookie) {
		String id = cookie.getCookieValue();
		super.writeCookieValue(id.isEmpty() ? cookie
				: new CookieValue(cookie.getRequest(), cookie.getResponse(), id + SEPARATOR + this.tag.of(id)));
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return super.readCookieValues(request).stream().filter(this::isOurs).map(TaggedCookies::id).toList();
	}

	private boolean isOurs(String value) {
		int end = value.indexOf(SEPARATOR);
		return end > 0 && this.tag.fits(value.substring(0, end), value.substring(end + 1));
	}

	private static String id(String value) {
		return value.substring(0, value.indexOf(SEPARATOR));
	}

}
