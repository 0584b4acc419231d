package dev.quartet.auth.sessions;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the name of a browser and of its system out of the <code>User-Agent</code>. Only
 * names that stand here come out of it, never a word of the header.
 */
final class UserAgents {

	/** Whoever imitates another one comes first. */
	private static final String[][] BROWSERS = { { "Edg", "Edge" }, { "OPR/", "Opera" },
			{ "SamsungBrowser/", "Samsung Internet" }, { "Vivaldi/", "Vivaldi" }, { "Firefox/", "Firefox" },
			{ "FxiOS/", "Firefox" }, { "CriOS/", "Chrome" }, { "Chrome/", "Chrome" }, { "Chromium/", "Chromium" },
			{ "Safari/", "Safari" }, { "curl/", "curl" } };

	private static final String[][] SYSTEMS = { { "Windows", "Windows" }, { "iPhone", "iPhone" }, { "iPad", "iPad" },
			{ "Android", "Android" }, { "CrOS", "ChromeOS" }, { "Mac OS X", "macOS" }, { "Macintosh", "macOS" },
			{ "Linux", "Linux" } };

	private UserAgents() {
	}

	static Optional<String> browser(String agent) {
		return first(BROWSERS, agent);
	}

	static Optional<String> system(String agent) {
		return first(SYSTEMS, agent);
	}

	private static Optional<String> first(String[][] names, String agent) {
		return Arrays.stream(names).filter((name) -> agent.contains(name[0])).map((name) -> name[1]).findFirst();
	}

}
