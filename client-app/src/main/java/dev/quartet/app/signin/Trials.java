package dev.quartet.app.signin;

/** Takes the sign-ins that nobody shall be signed in by. */
public interface Trials {

	/**
	 * Tries the fault that the sign-in is for.
	 * @return how it ended, as recordings have it
	 */
	String attempt(Trial trial);

}
