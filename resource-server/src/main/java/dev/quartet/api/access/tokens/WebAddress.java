package dev.quartet.api.access.tokens;

import java.net.URI;

import org.springframework.util.Assert;

/** Decides whether a setting is an address on the web. */
public final class WebAddress {

	private WebAddress() {
	}

	/** Refuses anything but http(s) with a host and without query and fragment. */
	public static void require(String name, String value) {
		Assert.isTrue(isOne(value),
				() -> name + " must be an http(s) address without query and fragment, but is: " + value);
	}

	private static boolean isOne(String value) {
		try {
			URI uri = URI.create(value);
			boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
			return web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
		}
		catch (IllegalArgumentException malformed) {
			return false;
		}
	}

}
