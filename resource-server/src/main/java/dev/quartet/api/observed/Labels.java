package dev.quartet.api.observed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.quartet.api.access.Caller;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Spells what comes from outside so that it cannot be mistaken for something of ours: a
 * client's name is letters, digits and a few marks, and not long.
 */
final class Labels {

	static final String NONE = "-";

	private static final int LONGEST = 80;

	private static final int MOST_CLIENTS = 200;

	private final Set<String> clients = ConcurrentHashMap.newKeySet();

	/** Answers the client of a good token; anybody else is nobody. */
	static String client(HttpServletRequest request) {
		return Caller.of(request).flatMap(Caller::clientId).map(Labels::plain).orElse(NONE);
	}

	/** Answers the same for a meter, which is kept for each name that it ever had. */
	String countedClient(HttpServletRequest request) {
		String client = client(request);
		if (clients.contains(client)) {
			return client;
		}
		return clients.size() < MOST_CLIENTS && clients.add(client) ? client : "other";
	}

	static String plain(String text) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
			char c = text.charAt(i);
			plain.append(isPlain(c) ? c : '_');
		}
		return plain.toString();
	}

	private static boolean isPlain(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~:/@+".indexOf(c) >= 0;
	}

}
