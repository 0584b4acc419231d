package dev.quartet.auth.flow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remembers every secret that passed between any test and a server. */
public final class SecretsSeen {

	private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

	/** Shorter ones, such as the demo's passwords, are words that a table may hold. */
	private static final int SHORTEST = 8;

	private static final Pattern POSTED = Pattern
		.compile("(?:^|&)(?:password|client_secret|client_assertion|code_verifier)=([^&]+)");

	private static final Pattern ISSUED = Pattern.compile(
			"\"(?:access_token|refresh_token|id_token|device_code|user_code|request_uri|client_secret|registration_access_token)\"\\s*:\\s*\"([^\"]+)\"");

	private static final Pattern SENT = Pattern
		.compile("(?:[?&]code|/oauth2/consent\\?state|/device/confirm\\?state)=([^&#]+)");

	private static final Pattern COOKIE = Pattern.compile("^[^=]+=([^;]+)");

	private SecretsSeen() {
	}

	public static Set<String> all() {
		return Set.copyOf(ALL);
	}

	/** Of a signed token the signature is the secret: what it says may be known. */
	public static void add(String secret) {
		String part = secret.substring(secret.lastIndexOf('.') + 1);
		if (part.length() >= SHORTEST) {
			ALL.add(part);
		}
	}

	static void in(Form form, String... headers) {
		addAll(POSTED, form.toString());
		for (String header : headers) {
			if (header.startsWith("Basic ")) {
				String credentials = new String(Base64.getMimeDecoder().decode(header.substring("Basic ".length())),
						StandardCharsets.UTF_8);
				add(credentials.substring(credentials.indexOf(':') + 1));
			}
		}
	}

	static void in(Answer answer) {
		addAll(ISSUED, answer.body());
		addAll(SENT, answer.location());
		answer.headers().allValues("Set-Cookie").forEach((cookie) -> addAll(COOKIE, cookie));
	}

	private static void addAll(Pattern pattern, String text) {
		Matcher found = pattern.matcher(text);
		while (found.find()) {
			add(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
		}
	}

}
