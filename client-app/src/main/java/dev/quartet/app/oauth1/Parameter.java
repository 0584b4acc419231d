package dev.quartet.app.oauth1;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Is a parameter that a signature covers, encoded already, in the order that signatures
 * want (RFC 5849 §3.4.1.3.2).
 */
record Parameter(String name, String value) implements Comparable<Parameter> {

	private static final Comparator<Parameter> ORDER = Comparator.comparing(Parameter::name)
		.thenComparing(Parameter::value);

	static Parameter of(String name, String value) {
		return new Parameter(PercentEncoding.encode(name), PercentEncoding.encode(value));
	}

	/** Reads a query or a form: repeated and empty parameters count, too. */
	static List<Parameter> read(String form) {
		return Stream.of(form.split("&")).filter((pair) -> !pair.isEmpty()).map(Parameter::pair).toList();
	}

	private static Parameter pair(String encoded) {
		String[] sides = encoded.split("=", 2);
		return new Parameter(PercentEncoding.recode(sides[0]),
				(sides.length > 1) ? PercentEncoding.recode(sides[1]) : "");
	}

	// What is encoded is ASCII, so this is the order of bytes.
	@Override
	public int compareTo(Parameter other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return "Parameter[" + this.name + "]";
	}

}
