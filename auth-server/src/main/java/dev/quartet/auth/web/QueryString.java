package dev.quartet.auth.web;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Builds the query of an address, every name and value encoded. */
public final class QueryString {

	private final StringJoiner query = new StringJoiner("&");

	/** Adds a parameter, unless it has no value. */
	public QueryString add(String name, @Nullable String value) {
		if (value != null) {
			this.query.add(encode(name) + "=" + encode(value));
		}
		return this;
	}

	@Override
	public String toString() {
		return this.query.toString();
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
