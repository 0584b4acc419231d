package dev.quartet.app.oauth2;

import org.jspecify.annotations.Nullable;

/** A provider does not answer, or says itself that it cannot. */
public final class ProviderSilent extends RuntimeException {

	private static final long serialVersionUID = 1;

	public ProviderSilent(String message, @Nullable Throwable cause) {
		super(JsonAnswers.printable(message), cause);
	}

	public ProviderSilent(String message) {
		super(JsonAnswers.printable(message));
	}

}
