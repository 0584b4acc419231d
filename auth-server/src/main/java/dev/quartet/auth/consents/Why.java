package dev.quartet.auth.consents;

import java.util.Locale;

/** Says why a person is asked, in the order in which it matters to her. */
enum Why {

	FIRST_TIME,

	/** The client is not what it was. */
	CHANGED,

	/** What she allowed opens something else by now, or is riskier. */
	REDEFINED,

	/** It asks for more than before. */
	NEW_PERMISSION,

	/** What she allowed has ended. */
	EXPIRED,

	/** Nothing proves who the client is, so an earlier answer is not its own. */
	UNPROVEN,

	/** Another site sent her here for a client that no operator knows. */
	FROM_ELSEWHERE,

	/** The client wants her to be asked. */
	WANTED;

	String key() {
		return "consent.why." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
