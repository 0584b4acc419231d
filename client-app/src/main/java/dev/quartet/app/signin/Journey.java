package dev.quartet.app.signin;

import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.registry.Provider;
import org.jspecify.annotations.Nullable;

/** Is the way to a provider of one kind and back. */
interface Journey<P extends Provider> {

	Class<P> kind();

	/** The kind's name in recordings. */
	String kindName();

	/**
	 * Composes what the browser takes along.
	 * @param recording the recording of the flow; null if there is none
	 */
	Departure leave(P provider, Wish wish, @Nullable String recording);

	/**
	 * The code or the verifier that came back, once it is sure that the answer belongs to
	 * this sign-in.
	 */
	String brought(P provider, PendingLogin login, Answer answer);

	/** Finds out who came back. */
	Arrival arrive(P provider, PendingLogin login, Answer answer);

}
