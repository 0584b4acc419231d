package dev.quartet.auth.clients;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a client may register a redirect URI (RFC 9700 §2.1 and §4.1.1, RFC
 * 8252 §7).
 */
public final class RedirectUriRules {

	private static final int MAX_LENGTH = 2000;

	private static final int LAST_PORT = 65_535;

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

	private static final Set<String> RUNS_OR_READS = Set.of("javascript", "data", "file", "vbscript", "blob");

	private RedirectUriRules() {
	}

	/** Says what is wrong with the URI, or nothing. */
	public static Optional<String> problem(String uri, ApplicationType type) {
		if (uri.length() > MAX_LENGTH || !uri.chars().allMatch((c) -> c > ' ' && c < 0x7f)) {
			return Optional.of("it must be at most 2000 ASCII characters without spaces");
		}
		if (uri.contains("*")) {
			return Optional.of("wildcards are refused: register each URI exactly (RFC 9700 §2.1)");
		}
		try {
			return problemOfParts(new URI(uri), type);
		}
		catch (URISyntaxException ex) {
			return Optional.of("it is not a URI: " + ex.getReason());
		}
	}

	private static Optional<String> problemOfParts(URI uri, ApplicationType type) {
		if (uri.getScheme() == null) {
			return Optional.of("it must be absolute, as in https://app.example/callback");
		}
		if (uri.getPort() > LAST_PORT) {
			return Optional.of("there is no such port");
		}
		if (uri.getRawFragment() != null) {
			return Optional.of("it must not have a fragment (RFC 6749 §3.1.2)");
		}
		if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
			return Optional.of("it must not have user information before the host");
		}
		String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
		return switch (scheme) {
			case "https" -> (uri.getHost() != null) ? Optional.empty() : Optional.of("it must name a host");
			case "http" -> problemOfHttp(uri);
			default -> problemOfPrivateUse(uri, scheme, type);
		};
	}

	private static Optional<String> problemOfHttp(URI uri) {
		if (uri.getHost() != null && LOOPBACK.contains(uri.getHost())) {
			return Optional.empty();
		}
		return Optional.of("http is for 127.0.0.1, [::1] and localhost only; use https (RFC 9700 §2.6)");
	}

	private static Optional<String> problemOfPrivateUse(URI uri, String scheme, ApplicationType type) {
		if (RUNS_OR_READS.contains(scheme)) {
			return Optional.of("the scheme " + scheme + " is refused");
		}
		if (type != ApplicationType.NATIVE) {
			return Optional.of("only a client with application_type native may use the scheme " + scheme);
		}
		if (uri.isOpaque()) {
			return Optional.of("it must have a path that begins with a slash");
		}
		if (!scheme.contains(".")) {
			return Optional.of("a private-use scheme is a reversed domain name, as in com.example.app (RFC 8252 §7.1)");
		}
		return Optional.empty();
	}

}
