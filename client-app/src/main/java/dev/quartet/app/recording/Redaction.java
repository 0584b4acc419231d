package dev.quartet.app.recording;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;

/**
 * Turns values into what may be kept of them. It remembers the secrets it has met, for as
 * long as one batch lasts, to find them again where a server repeats them in its own
 * words.
 */
final class Redaction {

	private static final int LONGEST_TEXT = 4096;

	/** Shorter ones would be found in ordinary words. */
	private static final int SHORTEST_ECHO = 6;

	private static final int FINGERPRINT_BYTES = 4;

	private static final String ECHO = "[hidden]";

	private static final Pattern TOKEN_IN_TEXT = Pattern
		.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*)*");

	private final Set<String> met = new LinkedHashSet<>();

	private final String recording;

	private final JsonParts json;

	Redaction(String recording, JsonMapper mapper) {
		this.recording = recording;
		this.json = new JsonParts(mapper, this);
	}

	JsonParts json() {
		return this.json;
	}

	List<Part> parameters(Map<String, List<String>> parameters) {
		List<Part> parts = new ArrayList<>();
		parameters.forEach((name, values) -> values.forEach((value) -> parts.add(part(name, value))));
		return parts;
	}

	/** Reads {@code a=b&c=d} with percent-encoding. */
	List<Part> form(String encoded) {
		List<Part> parts = new ArrayList<>();
		for (String pair : encoded.split("&", -1)) {
			if (!pair.isEmpty()) {
				int equals = pair.indexOf('=');
				parts.add((equals < 0) ? part(decoded(pair), "")
						: part(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
			}
		}
		return parts;
	}

	Part part(String name, String value) {
		return new Part(text(name), value(name, value));
	}

	Value value(String name, String value) {
		Optional<String> kind = SecretNames.kindOf(name, value);
		Optional<Value> jwt = jwt(kind.orElse("token"), value);
		if (jwt.isPresent()) {
			return jwt.get();
		}
		return kind.map((secret) -> Value.hidden(hide(secret, value))).orElseGet(() -> Value.text(text(value)));
	}

	/** Keeps a text that is no secret, without the secrets that it may repeat. */
	String text(String text) {
		String kept = text;
		for (String secret : this.met) {
			kept = (secret.length() <= kept.length()) ? kept.replace(secret, ECHO) : kept;
		}
		if (kept.contains("eyJ")) {
			kept = TOKEN_IN_TEXT.matcher(kept).replaceAll("[token]");
		}
		return (kept.length() <= LONGEST_TEXT) ? kept : kept.substring(0, LONGEST_TEXT) + "…";
	}

	/** Keeps an address without its query, and without a password before its host. */
	String address(String address) {
		int end = indexOfAny(address, "?#");
		return text(((end < 0) ? address : address.substring(0, end)).replaceFirst("//[^/@]*@", "//"));
	}

	/** Keeps the query and the fragment of an address. */
	List<Part> query(String address) {
		int start = indexOfAny(address, "?#");
		return (start < 0) ? List.of() : form(address.substring(start + 1).replace('#', '&'));
	}

	Hidden hide(String kind, String secret) {
		if (secret.length() >= SHORTEST_ECHO) {
			meet(secret);
		}
		return SecretNames.PASSWORD.equals(kind) ? new Hidden(kind, 0, "")
				: new Hidden(kind, secret.length(), fingerprint(secret));
	}

	private void meet(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
		// The longer forms first: what is left of them must not show.
		this.met.add(encoded);
		this.met.add(encoded.replace("+", "%20"));
		this.met.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
		this.met.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
		this.met.add(secret);
	}

	private Optional<Value> jwt(String kind, String value) {
		String[] sections = value.split("\\.", -1);
		if (sections.length != 3 || !value.startsWith("ey")) {
			return Optional.empty();
		}
		// Without a signature, what would be shown is all of the token.
		if (sections[2].isEmpty() && kind.endsWith("access_token")) {
			return Optional.empty();
		}
		Optional<List<Part>> header = section(sections[0]);
		Optional<List<Part>> claims = section(sections[1]);
		if (header.isEmpty() || claims.isEmpty()) {
			return Optional.empty();
		}
		if (sections[2].length() >= SHORTEST_ECHO) {
			this.met.add(sections[2]);
		}
		return Optional.of(Value.jwt(new Jwt(header.get(), claims.get(), hide(kind, value))));
	}

	private Optional<List<Part>> section(String encoded) {
		try {
			return this.json.object(Base64.getUrlDecoder().decode(encoded));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	// Salted, so that no list of common secrets answers for all recordings at once.
	private String fingerprint(String secret) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.recording.getBytes(StandardCharsets.UTF_8));
			byte[] hash = digest.digest(secret.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int indexOfAny(String text, String characters) {
		for (int index = 0; index < text.length(); index++) {
			if (characters.indexOf(text.charAt(index)) >= 0) {
				return index;
			}
		}
		return -1;
	}

	static String decoded(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

}
