package dev.quartet.api.access;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/** Tells whoever counts or logs answers why a request was refused. */
public final class Refusals {

	private static final String ATTRIBUTE = Refusals.class.getName();

	private Refusals() {
	}

	/** Answers an error code, {@code no_token} or {@code wrong_kind}. */
	public static Optional<String> reasonOf(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
	}

	static void note(HttpServletRequest request, String reason) {
		request.setAttribute(ATTRIBUTE, reason);
	}

}
