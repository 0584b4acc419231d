package dev.quartet.app.signin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when the session's person came back from the authorization server.
 *
 * @param time when that was
 */
record SignedInAt(Instant time) implements Serializable {

	private static final String ATTRIBUTE = SignedInAt.class.getName();

	private static final Duration JUST_NOW = Duration.ofMinutes(1);

	void keepIn(HttpSession session) {
		session.setAttribute(ATTRIBUTE, this);
	}

	/** Whether that was too long ago, or nobody knows when. */
	static boolean isBefore(Instant oldest, HttpSession session) {
		return !(session.getAttribute(ATTRIBUTE) instanceof SignedInAt signedIn) || signedIn.time().isBefore(oldest);
	}

	/** Another sign-in would not help then, and could go round for ever. */
	static boolean isJustBefore(Instant now, @Nullable HttpSession session) {
		return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedInAt signedIn
				&& now.isBefore(signedIn.time().plus(JUST_NOW));
	}

}
