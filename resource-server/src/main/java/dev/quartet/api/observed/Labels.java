package dev.quartet.api.observed;

import java.util.Map;
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

	private final Map<String, String> counted = new ConcurrentHashMap<>();

	/** Answers the client of a good token; anybody else is nobody. */
	static String client(HttpServletRequest request) {
		return Caller.of(request).flatMap(Caller::clientId).map(Labels::plain).orElse(NONE);
	}

	/** Answers the same for a meter, which is kept for each name that it ever had. */
	String countedClient(HttpServletRequest request) {
		return Caller.of(request).flatMap(Caller::clientId).map(this::counted).orElse(NONE);
	}

	private String counted(String client) {
		String known = counted.get(client);
		if (known != null) {
			return known;
		}
		return (counted.size() < MOST_CLIENTS) ? counted.computeIfAbsent(client, Labels::plain) : "other";
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
