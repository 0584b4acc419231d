package dev.quartet.app.recording;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Writes down what is sent during a sign-in. Each method takes the id of a recording, or
 * null where nothing is recorded, and then does nothing more than its work.
 */
public interface Recorder {

	/**
	 * Begins a recording.
	 * @param provider the registry's name of the provider
	 * @param kind {@code oidc}, {@code oauth2} or {@code oauth1}
	 * @return its unguessable id of at most 36 characters; empty where nothing is
	 * recorded
	 */
	Optional<String> begin(String provider, String kind);

	/** Writes down what travels through the browser. */
	void travelled(@Nullable String recording, FrontMessage message);

	/**
	 * Does the work, and writes down every call that leaves this application meanwhile on
	 * this thread.
	 */
	<T> T during(@Nullable String recording, Supplier<T> work);

	/**
	 * The last answer to a call that the current work has made, as it may be shown.
	 */
	Optional<Answer> lastAnswer(@Nullable String recording);

	/**
	 * Keeps what was found out, beside the messages and without the secrets that this
	 * request has met.
	 */
	void concluded(@Nullable String recording, String findings);

	/**
	 * Closes the recording.
	 * @param outcome {@code signed-in}, {@code linked}, how an experiment ended, or the
	 * name of the problem
	 */
	void ended(@Nullable String recording, String outcome);

}
