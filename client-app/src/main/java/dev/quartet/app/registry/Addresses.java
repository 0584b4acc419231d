package dev.quartet.app.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.web.util.UriComponentsBuilder;

/** Decides which addresses a provider may have: only TLS leaves this machine. */
public final class Addresses {

	/** Stands in an issuer of Microsoft's for the claim {@code tid} of the ID token. */
	private static final String TENANT = "{tenantid}";

	private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

	private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

	private static final int HIGHEST_PORT = 65_535;

	private Addresses() {
	}

	/** Whether it can be called, and nobody on the way can read or change the call. */
	public static boolean isUsable(String address) {
		try {
			URI uri = new URI(address);
			return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
					&& uri.getPort() <= HIGHEST_PORT && isProtected(uri.getScheme(), uri.getHost())
					&& UriComponentsBuilder.fromUriString(address).build(true).getHost() != null;
		}
		// Not everything that is a URI can also be given parameters.
		catch (URISyntaxException | IllegalArgumentException ex) {
			return false;
		}
	}

	/** An issuer has no query either (OpenID Connect Discovery 1.0 §3). */
	static boolean isIssuer(String issuer) {
		String address = issuer.replace(TENANT, "tenant");
		return isUsable(address) && address.indexOf('?') < 0;
	}

	/** Scheme, host and port of an address that is usable. */
	static String origin(String address) {
		URI uri = URI.create(address);
		String port = (uri.getPort() < 0) ? "" : ":" + uri.getPort();
		return (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + port;
	}

	private static boolean isProtected(String scheme, String host) {
		return "https".equalsIgnoreCase(scheme) || ("http".equalsIgnoreCase(scheme) && isLoopback(host));
	}

	private static boolean isLoopback(String host) {
		return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || LOOPBACK_V4.matcher(host).matches();
	}

}
