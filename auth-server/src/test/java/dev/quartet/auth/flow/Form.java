package dev.quartet.auth.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Is a list of parameters in which a name may come more than once. */
public final class Form {

	/** Is one parameter. */
	private record Field(String name, String value) {
	}

	private final List<Field> fields;

	private Form(List<Field> fields) {
		this.fields = fields;
	}

	public static Form empty() {
		return new Form(List.of());
	}

	public Form and(String name, String value) {
		List<Field> more = new ArrayList<>(this.fields);
		more.add(new Field(name, value));
		return new Form(more);
	}

	public Form with(String name, String value) {
		return without(name).and(name, value);
	}

	public Form without(String name) {
		return new Form(this.fields.stream().filter((field) -> !field.name().equals(name)).toList());
	}

	/** As the claims of a request object (RFC 9101 §4). */
	public Map<String, Object> claims() {
		Map<String, Object> claims = new LinkedHashMap<>();
		this.fields.forEach((field) -> claims.put(field.name(), field.value()));
		return claims;
	}

	/** As a query or a form body. */
	@Override
	public String toString() {
		return String.join("&",
				this.fields.stream().map((field) -> encode(field.name()) + "=" + encode(field.value())).toList());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
