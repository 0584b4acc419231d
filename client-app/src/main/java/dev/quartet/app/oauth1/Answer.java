package dev.quartet.app.oauth1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.quartet.app.oauth1.OAuth1Refused.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Is what a working provider answered, up to a length that no honest answer reaches.
 *
 * @param problem the provider's own word for what is wrong, where it has one
 */
record Answer(int status, String body, @Nullable String problem) {

	private static final int LONGEST = 64 * 1024;

	private static final int LONGEST_TOKEN = 2048;

	private static final int OK = 200;

	private static final int SERVER_ERRORS = 500;

	/** An extension that many providers know; nothing but its plain words is believed. */
	private static final Pattern PROBLEM = Pattern.compile("\\boauth_problem=\"?([a-z_]{1,40})\\b");

	static Answer read(ClientHttpResponse response) throws IOException {
		int status = response.getStatusCode().value();
		if (status >= SERVER_ERRORS) {
			throw new OAuth1Unreachable("The provider answered " + status);
		}
		byte[] body = response.getBody().readNBytes(LONGEST + 1);
		if (body.length > LONGEST) {
			throw new OAuth1Refused(Reason.ANSWER_UNREADABLE, "More than " + LONGEST + " bytes");
		}
		String text = new String(body, StandardCharsets.UTF_8);
		String challenge = response.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE);
		Matcher problem = PROBLEM.matcher(challenge + "\n" + text);
		return new Answer(status, text, problem.find() ? problem.group(1) : null);
	}

	/** Goes on with a success alone; a redirect is none. */
	Answer orRefuse(Reason reason) {
		if (this.status != OK) {
			throw new OAuth1Refused(reason,
					"The provider answered " + this.status + ((this.problem != null) ? " " + this.problem : ""));
		}
		return this;
	}

	/** The fields of a token endpoint's answer (RFC 5849 §2.1, §2.3), each there once. */
	Map<String, String> fields() {
		Map<String, String> fields = new HashMap<>();
		for (String pair : this.body.strip().split("&", -1)) {
			String[] sides = pair.split("=", 2);
			if (sides.length < 2 || fields.put(decoded(sides[0]), decoded(sides[1])) != null) {
				throw new OAuth1Refused(Reason.ANSWER_UNREADABLE, "Not a form, or a field of it twice");
			}
		}
		return fields;
	}

	static String required(Map<String, String> fields, String name) {
		String value = fields.getOrDefault(name, "");
		if (value.isBlank() || value.length() > LONGEST_TOKEN) {
			throw new OAuth1Refused(Reason.ANSWER_UNREADABLE, name + " is missing or too long");
		}
		return value;
	}

	private static String decoded(String encoded) {
		try {
			return PercentEncoding.decode(encoded);
		}
		catch (IllegalArgumentException ex) {
			throw new OAuth1Refused(Reason.ANSWER_UNREADABLE, "Not a form");
		}
	}

	@Override
	public String toString() {
		return "Answer[" + this.status + "]";
	}

}
