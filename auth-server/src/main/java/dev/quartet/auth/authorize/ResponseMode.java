package dev.quartet.auth.authorize;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Says how an answer travels to the client: in the query of its address, or posted by the
 * browser (OAuth 2.0 Form Post Response Mode §2).
 */
enum ResponseMode {

	QUERY, FORM_POST;

	static final String PARAMETER = "response_mode";

	static Optional<ResponseMode> of(String value) {
		return Arrays.stream(values()).filter((mode) -> mode.value().equals(value)).findFirst();
	}

	String value() {
		return name().toLowerCase(Locale.ROOT);
	}

}
