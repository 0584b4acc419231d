package dev.quartet.api.access.proof;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Knows the addresses of this API as its clients see them. They come from the settings
 * alone: what a request says about its host, a proxy or a thief may have written.
 */
final class Addresses {

	private final Set<String> bases;

	Addresses(Collection<URI> bases) {
		this.bases = bases.stream().map(Addresses::base).collect(Collectors.toUnmodifiableSet());
	}

	/** Answers whether this is where the request went, whatever its query. */
	boolean areOf(HttpServletRequest request, String htu) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		Optional<String> claimed = parse(htu).flatMap(Addresses::normalize);
		return claimed.isPresent() && bases.stream().anyMatch((base) -> claimed.get().equals(base + path));
	}

	private static String base(URI address) {
		String base = normalize(address).orElseThrow(
				() -> new IllegalArgumentException("quartet.api.dpop.bases must be http(s) addresses: " + address));
		Assert.isTrue(address.getRawQuery() == null && address.getRawFragment() == null,
				() -> "quartet.api.dpop.bases must have no query and no fragment: " + address);
		return StringUtils.trimTrailingCharacter(base, '/');
	}

	private static Optional<URI> parse(String htu) {
		try {
			return Optional.of(URI.create(htu));
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

	// Scheme, host, default port and empty path have several spellings (RFC 3986
	// §6.2.2.1,
	// §6.2.3). Escapes in the path stay as they were sent.
	private static Optional<String> normalize(URI uri) {
		if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
			return Optional.empty();
		}
		String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
		int standard = switch (scheme) {
			case "https" -> 443;
			case "http" -> 80;
			default -> 0;
		};
		if (standard == 0) {
			return Optional.empty();
		}
		String port = uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
		String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
		return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
	}

}
