package dev.quartet.auth.receipts;

import java.util.Arrays;
import java.util.Locale;

/** Says what a person decided about a client, or what was decided for her. */
public enum Decision {

	ALLOWED, DENIED, NARROWED, SHORTENED, REVOKED,

	/** Taken back because nothing used it. */
	DISUSED;

	/** The word that is stored and signed. */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Decision of(String value) {
		return Arrays.stream(values()).filter((decision) -> decision.value().equals(value)).findFirst().orElseThrow();
	}

}
