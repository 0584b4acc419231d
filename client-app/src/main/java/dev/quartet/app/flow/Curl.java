package dev.quartet.app.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.quartet.app.recording.Body;
import dev.quartet.app.recording.Message;
import dev.quartet.app.recording.Part;
import dev.quartet.app.recording.Value;

/**
 * Writes a message as a command for a shell, with a variable wherever there was a secret.
 */
final class Curl {

	/** What means nothing to a shell, not even between double quotes. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 _:=.,/@%+~?&;()-]*");

	private final List<String> words = new ArrayList<>();

	private Curl() {
	}

	static String of(Message message) {
		Curl curl = new Curl();
		boolean query = !message.query().isEmpty();
		Body body = message.body();
		curl.words.add((query && body == null) ? "curl --get" : "curl");
		curl.words.set(0, curl.words.get(0) + " " + quoted(message.address()));
		curl.method(message, body != null);
		message.headers().forEach(curl::header);
		message.query().forEach((part) -> curl.option((body != null) ? "--url-query" : "--data-urlencode", pair(part)));
		if (body != null) {
			curl.body(body);
		}
		return String.join(" \\\n  ", curl.words);
	}

	private void method(Message message, boolean content) {
		if (!message.method().equals(content ? "POST" : "GET")) {
			this.words.add("--request " + quoted(message.method()));
		}
	}

	private void body(Body body) {
		if (body.form() == Body.Form.FORM) {
			body.parts().forEach((part) -> option("--data-urlencode", pair(part)));
		}
		else {
			this.words.add("--data-raw \"$BODY\"");
		}
	}

	private void header(Part header) {
		List<Part> parts = header.value().parts();
		if (parts == null) {
			option("--header", List.of(Segment.text(header.name() + ": "), segment(header.name(), header.value())));
		}
		else if (!parts.isEmpty()) {
			credentials(header.name(), String.valueOf(parts.get(0).value().text()), parts.subList(1, parts.size()));
		}
	}

	private void credentials(String header, String scheme, List<Part> parts) {
		List<Segment> segments = new ArrayList<>();
		if ("basic".equalsIgnoreCase(scheme)) {
			parts.forEach((part) -> {
				segments.add(Segment.text(segments.isEmpty() ? "" : ":"));
				segments.add(segment(part.name(), part.value()));
			});
			option("--user", segments);
			return;
		}
		segments.add(Segment.text(header + ": " + scheme + " "));
		if (parts.size() == 1) {
			segments.add(segment(parts.get(0).name(), parts.get(0).value()));
		}
		else {
			parameters(parts, segments);
		}
		option("--header", segments);
	}

	private static void parameters(List<Part> parts, List<Segment> segments) {
		String before = "";
		for (Part part : parts) {
			segments.add(Segment.text(before + part.name() + "=\""));
			segments.add(segment(part.name(), part.value()));
			before = "\", ";
		}
		segments.add(Segment.text("\""));
	}

	private void option(String name, List<Segment> segments) {
		this.words.add(name + " " + joined(segments));
	}

	private static List<Segment> pair(Part part) {
		return List.of(Segment.text(part.name() + "="), segment(part.name(), part.value()));
	}

	private static Segment segment(String name, Value value) {
		String text = value.text();
		return (text != null) ? Segment.text(text)
				: new Segment(true, name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
	}

	private static String joined(List<Segment> segments) {
		if (segments.stream().noneMatch(Segment::variable)) {
			return quoted(String.join("", segments.stream().map(Segment::text).toList()));
		}
		StringBuilder joined = new StringBuilder();
		if (segments.stream().allMatch((segment) -> PLAIN.matcher(segment.text()).matches())) {
			segments
				.forEach((segment) -> joined.append(segment.variable() ? "${" + segment.text() + "}" : segment.text()));
			return "\"" + joined + "\"";
		}
		segments.forEach((segment) -> joined
			.append(segment.variable() ? "\"$" + segment.text() + "\"" : quoted(segment.text())));
		return joined.toString();
	}

	/** Nothing between single quotes means anything to a shell. */
	private static String quoted(String text) {
		return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "'\\''") + "'";
	}

	/**
	 * Is a piece of a word.
	 *
	 * @param variable whether the text is the name of a variable
	 */
	private record Segment(boolean variable, String text) {

		static Segment text(String text) {
			return new Segment(false, text);
		}

	}

}
