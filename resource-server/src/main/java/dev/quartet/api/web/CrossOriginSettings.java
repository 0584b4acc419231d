package dev.quartet.api.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Says which web pages of other origins may call the API.
 *
 * @param origins theirs, as a browser writes them
 */
@ConfigurationProperties("quartet.api.cors")
record CrossOriginSettings(@DefaultValue List<String> origins) {

	CrossOriginSettings {
		origins = List.copyOf(origins);
		for (String origin : origins) {
			Assert.isTrue(isOrigin(origin), () -> "quartet.api.cors.origins has \"" + origin
					+ "\", but each must be an origin such as https://app.example, in lower case, without path");
		}
	}

	// Compared as text, so it must look as browsers send it (RFC 6454 §6.2).
	private static boolean isOrigin(String origin) {
		try {
			URI uri = URI.create(origin);
			boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
			return web && uri.getHost() != null && origin.equals(text(uri))
					&& origin.equals(origin.toLowerCase(Locale.ROOT));
		}
		catch (IllegalArgumentException malformed) {
			return false;
		}
	}

	private static String text(URI uri) {
		int usual = "https".equals(uri.getScheme()) ? 443 : 80;
		String port = (uri.getPort() < 0 || uri.getPort() == usual) ? "" : ":" + uri.getPort();
		return uri.getScheme() + "://" + uri.getHost() + port;
	}

}
