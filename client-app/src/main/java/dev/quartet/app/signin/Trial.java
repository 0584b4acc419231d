package dev.quartet.app.signin;

import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.registry.Provider;

/**
 * Is a sign-in that came back to be done wrong; nobody has used what it brought.
 *
 * @param provider where it was
 * @param login what was remembered of it
 * @param proof the code, or the verifier of OAuth 1.0a
 * @param state what the pending sign-in was found by
 * @param browser the secret that only the browser holds
 */
public record Trial(Provider provider, PendingLogin login, String proof, String state, String browser) {

	@Override
	public String toString() {
		return "Trial[" + this.login + "]";
	}

}
