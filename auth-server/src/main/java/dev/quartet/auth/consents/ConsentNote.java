package dev.quartet.auth.consents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Says why a person sees the page again that she has just answered. */
enum ConsentNote {

	/** The client, its permissions or what is known of her changed while she read. */
	OUTDATED,

	/** She allowed, and ticked nothing. */
	NOTHING;

	static final String PARAMETER = "note";

	String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	String key() {
		return "consent.note." + value();
	}

	static Optional<ConsentNote> of(String value) {
		return Arrays.stream(values()).filter((note) -> note.value().equals(value)).findFirst();
	}

}
