package dev.quartet.app.signin;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a sign-out until the home page has told the person.
 *
 * @param state what the authorization server must give back
 * @param everywhere whether the person was sent to sign out there too
 * @param silent whether that was not possible because the server did not answer
 */
public record SignedOut(String state, boolean everywhere, boolean silent) implements Serializable {

	private static final String ATTRIBUTE = SignedOut.class.getName();

	/** The sign-out that this request comes back from, told only once. */
	public static Optional<SignedOut> toldTo(HttpServletRequest request, @Nullable String state) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof SignedOut signedOut)
				|| (signedOut.everywhere && !signedOut.matches(state))) {
			return Optional.empty();
		}
		session.removeAttribute(ATTRIBUTE);
		return Optional.of(signedOut);
	}

	void keepIn(HttpSession session) {
		session.setAttribute(ATTRIBUTE, this);
	}

	private boolean matches(@Nullable String returned) {
		return returned != null && MessageDigest.isEqual(this.state.getBytes(StandardCharsets.UTF_8),
				returned.getBytes(StandardCharsets.UTF_8));
	}

}
