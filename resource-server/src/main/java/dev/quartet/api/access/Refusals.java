package dev.quartet.api.access;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/** Tells whoever counts or logs answers why a request was refused. */
public final class Refusals {

	private static final String ATTRIBUTE = Refusals.class.getName();

	private Refusals() {
	}

	/** Answers an error code, {@code no_token}, {@code wrong_kind} or what was noted. */
	public static Optional<String> reasonOf(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
	}

	/** Notes the reason of a refusal: one of a few words of our own, never a caller's. */
	public static void note(HttpServletRequest request, String reason) {
		request.setAttribute(ATTRIBUTE, reason);
	}

}
