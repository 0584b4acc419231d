package dev.quartet.auth.rfc7591;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Browser;
import tools.jackson.databind.json.JsonMapper;

/** Is what a client says of itself when it registers. */
public final class Registering {

	public static final String PATH = "/connect/register";

	public static final String REDIRECT_URI = "http://localhost:8080/registered";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Object> metadata = new TreeMap<>();

	private Registering() {
	}

	/** As little as possible. */
	public static Registering client() {
		return new Registering().with("redirect_uris", List.of(REDIRECT_URI));
	}

	public Registering with(String field, Object value) {
		Registering more = new Registering();
		more.metadata.putAll(this.metadata);
		more.metadata.put(field, value);
		return more;
	}

	public Registering without(String field) {
		Registering less = new Registering();
		less.metadata.putAll(this.metadata);
		less.metadata.remove(field);
		return less;
	}

	public Answer at(Browser machine, String token) {
		return machine.json("POST", PATH, toString(), bearer(token));
	}

	public static String[] bearer(String token) {
		return new String[] { "Authorization", "Bearer " + token };
	}

	@Override
	public String toString() {
		return JSON.writeValueAsString(this.metadata);
	}

}
