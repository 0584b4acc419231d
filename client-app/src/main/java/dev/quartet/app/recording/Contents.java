package dev.quartet.app.recording;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads bodies and headers into what may be kept of them. */
final class Contents {

	static final int MOST_BYTES = 32 * 1024;

	// Providers of OAuth 1.0a send their forms as text/plain or text/html.
	private static final Pattern FORM = Pattern
		.compile("[A-Za-z0-9_.~%+-]+=[^&=\\s<>\"]*(&[A-Za-z0-9_.~%+-]+=[^&=\\s<>\"]*)*");

	private static final Pattern TOKEN = Pattern.compile("ey[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

	private final Redaction redaction;

	Contents(Redaction redaction) {
		this.redaction = redaction;
	}

	/** Reads a body whatever its content type says; null for none. */
	@Nullable Body body(byte[] bytes) {
		if (bytes.length == 0) {
			return null;
		}
		if (bytes.length > MOST_BYTES) {
			return new Body(Body.Form.OTHER, List.of(), bytes.length, Body.Omission.LONG);
		}
		Optional<List<Part>> json = isJson(bytes) ? this.redaction.json().any(bytes) : Optional.empty();
		if (json.isPresent()) {
			return kept(Body.Form.JSON, json.get(), bytes);
		}
		String text = new String(bytes, StandardCharsets.UTF_8).strip();
		if (FORM.matcher(text).matches()) {
			return kept(Body.Form.FORM, this.redaction.form(text), bytes);
		}
		return TOKEN.matcher(text).matches() ? kept(Body.Form.TOKEN, List.of(this.redaction.part("token", text)), bytes)
				: new Body(Body.Form.OTHER, List.of(), bytes.length, Body.Omission.UNREADABLE);
	}

	private static boolean isJson(byte[] bytes) {
		for (byte each : bytes) {
			if (each > ' ') {
				return each == '{' || each == '[';
			}
		}
		return false;
	}

	private static Body kept(Body.Form form, List<Part> parts, byte[] bytes) {
		boolean many = count(parts) >= JsonParts.MOST;
		return new Body(form, parts, bytes.length, many ? Body.Omission.MANY : null);
	}

	private static int count(List<Part> parts) {
		int count = parts.size();
		for (Part part : parts) {
			List<Part> inner = part.value().parts();
			count += (inner != null) ? count(inner) : 0;
		}
		return count;
	}

}
