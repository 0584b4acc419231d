package dev.quartet.app.recording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;

/**
 * Reads the headers that matter in a flow; all others, cookies among them, are not kept.
 */
final class HeaderParts {

	private static final List<String> ASKED = List.of(HttpHeaders.AUTHORIZATION, "DPoP", HttpHeaders.CONTENT_TYPE,
			HttpHeaders.ACCEPT);

	private static final List<String> ANSWERED = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION,
			HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

	private static final Pattern PARAMETER = Pattern.compile("([A-Za-z0-9_-]+)=(?:\"([^\"]*)\"|([^\\s,\"]+))");

	private final Redaction redaction;

	HeaderParts(Redaction redaction) {
		this.redaction = redaction;
	}

	List<Part> asked(HttpHeaders headers) {
		return parts(headers, ASKED);
	}

	List<Part> answered(HttpHeaders headers) {
		return parts(headers, ANSWERED);
	}

	private List<Part> parts(HttpHeaders headers, List<String> names) {
		List<Part> parts = new ArrayList<>();
		for (String name : names) {
			for (String value : headers.getOrEmpty(name)) {
				parts.add(new Part(name, value(name, value)));
			}
		}
		return parts;
	}

	private Value value(String name, String value) {
		return switch (name) {
			case HttpHeaders.AUTHORIZATION -> authorization(value);
			case HttpHeaders.LOCATION -> location(value);
			case HttpHeaders.WWW_AUTHENTICATE -> challenge(value);
			case "DPoP" -> this.redaction.value("token", value);
			default -> Value.text(this.redaction.text(value));
		};
	}

	private Value authorization(String value) {
		int space = value.indexOf(' ');
		if (space < 0) {
			return Value.hidden(this.redaction.hide("credentials", value));
		}
		String credentials = value.substring(space + 1).strip();
		Part scheme = new Part("scheme", Value.text(this.redaction.text(value.substring(0, space))));
		List<Part> parts = new ArrayList<>(List.of(scheme));
		parts.addAll(switch (value.substring(0, space).toLowerCase(Locale.ROOT)) {
			case "basic" -> basic(credentials);
			case "bearer", "dpop" -> List.of(this.redaction.part("access_token", credentials));
			case "oauth" -> parameters(credentials);
			default -> List.of(new Part("credentials", Value.hidden(this.redaction.hide("credentials", credentials))));
		});
		return Value.parts(parts);
	}

	// Name and secret are percent-encoded before they are joined (RFC 6749 §2.3.1).
	private List<Part> basic(String credentials) {
		Hidden whole = this.redaction.hide("credentials", credentials);
		String pair = decodedBase64(credentials);
		int colon = pair.indexOf(':');
		if (colon < 0) {
			return List.of(new Part("credentials", Value.hidden(whole)));
		}
		String secret = pair.substring(colon + 1);
		this.redaction.hide("client_secret", secret);
		return List.of(this.redaction.part("client_id", Redaction.decoded(pair.substring(0, colon))),
				this.redaction.part("client_secret", Redaction.decoded(secret)));
	}

	private static String decodedBase64(String value) {
		try {
			return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private List<Part> parameters(String text) {
		List<Part> parts = new ArrayList<>();
		Matcher matcher = PARAMETER.matcher(text);
		while (matcher.find()) {
			String quoted = matcher.group(2);
			parts.add(this.redaction.part(matcher.group(1),
					Redaction.decoded((quoted != null) ? quoted : matcher.group(3))));
		}
		return parts;
	}

	private Value location(String value) {
		List<Part> parts = new ArrayList<>();
		List<Part> query = this.redaction.query(value);
		parts.add(new Part("address", Value.text(this.redaction.address(value))));
		parts.addAll(query);
		return Value.parts(parts);
	}

	private Value challenge(String value) {
		List<Part> parts = new ArrayList<>();
		int space = value.indexOf(' ');
		String scheme = (space < 0) ? value : value.substring(0, space);
		parts.add(new Part("scheme", Value.text(this.redaction.text(scheme))));
		parts.addAll(parameters(value.substring(scheme.length())));
		return Value.parts(parts);
	}

}
