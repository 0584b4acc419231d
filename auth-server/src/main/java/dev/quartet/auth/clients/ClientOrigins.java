package dev.quartet.auth.clients;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * Decides whether scripts of an origin may call the endpoints of clients: where a client
 * receives its answers, its scripts are at home.
 */
@Component
public class ClientOrigins {

	private static final int MOST_REMEMBERED = 10_000;

	private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.:\\[\\]-]{1,255}");

	private final Clients clients;

	private final Cache<String, Boolean> remembered;

	ClientOrigins(Clients clients, ClientLookupSettings settings) {
		this.clients = clients;
		this.remembered = Caffeine.newBuilder()
			.maximumSize(MOST_REMEMBERED)
			.expireAfterWrite(settings.cachedFor())
			.build();
	}

	/**
	 * As browsers write it: scheme, host and port unless it is the usual one (RFC 6454
	 * §6.2).
	 */
	public boolean isRegistered(String origin) {
		return ORIGIN.matcher(origin).matches() && this.remembered.get(origin, this::ask);
	}

	private boolean ask(String origin) {
		return this.clients.findRedirectUrisWith(origin)
			.stream()
			.flatMap((uris) -> Arrays.stream(uris.split(" ", -1)))
			.anyMatch((uri) -> isAt(uri, origin));
	}

	private static boolean isAt(String redirectUri, String origin) {
		URI uri = URI.create(redirectUri);
		return uri.getRawAuthority() != null && origin.equals(uri.getScheme() + "://" + uri.getRawAuthority());
	}

}
