package dev.quartet.app.oauth1;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes down what of a request its signature covers (RFC 5849 §3.4.1). */
final class SignatureBaseString {

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	private SignatureBaseString() {
	}

	static String of(String method, URI address, Collection<Parameter> parameters) {
		String normalized = parameters.stream()
			.sorted()
			.map((parameter) -> parameter.name() + "=" + parameter.value())
			.collect(Collectors.joining("&"));
		return PercentEncoding.encode(method.toUpperCase(Locale.ROOT)) + "&" + PercentEncoding.encode(base(address))
				+ "&" + PercentEncoding.encode(normalized);
	}

	/** The address without what may be written in several ways (§3.4.1.2). */
	static String base(URI address) {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		String host = address.getHost();
		if (host == null) {
			throw new IllegalArgumentException("Only an absolute address can be signed");
		}
		String path = address.getRawPath();
		return scheme + "://" + host.toLowerCase(Locale.ROOT) + port(scheme, address.getPort())
				+ (path.isEmpty() ? "/" : path);
	}

	private static String port(String scheme, int port) {
		boolean usual = port < 0 || ("http".equals(scheme) && port == HTTP)
				|| ("https".equals(scheme) && port == HTTPS);
		return usual ? "" : ":" + port;
	}

}
