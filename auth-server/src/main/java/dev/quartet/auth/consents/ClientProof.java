package dev.quartet.auth.consents;

import java.net.URI;
import java.util.Collection;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Decides whether anything proves that an answer reaches the client it is meant for. */
final class ClientProof {

	private ClientProof() {
	}

	/**
	 * Either it authenticates, or each of its addresses is a site that only one owner can
	 * answer at. Any program on a device can listen on its loopback address or claim a
	 * scheme (RFC 8252 §8.6).
	 */
	static boolean isProven(RegisteredClient client) {
		return !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)
				|| areSites(client.getRedirectUris());
	}

	private static boolean areSites(Collection<String> redirectUris) {
		return !redirectUris.isEmpty() && redirectUris.stream()
			.map(URI::create)
			.allMatch((uri) -> "https".equals(uri.getScheme()) && !isLoopback(uri));
	}

	static boolean isLoopback(URI uri) {
		String host = uri.getHost();
		return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
	}

}
