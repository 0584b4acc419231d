package dev.quartet.auth.authorizations;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what a client wants done when a person allows its request (Grant Management for
 * OAuth 2.0 §5.2).
 */
public enum GrantAction {

	/** Make another grant beside those that there are. */
	CREATE,

	/** Add to a grant what she allows now. */
	MERGE,

	/** Leave in a grant nothing but what she allows now. */
	REPLACE;

	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<GrantAction> of(String value) {
		return Stream.of(values()).filter((action) -> action.value().equals(value)).findFirst();
	}

}
