package dev.quartet.app.signin;

import java.net.URI;

import dev.quartet.app.pending.PendingLogin;

/**
 * Is a browser about to leave for a provider.
 *
 * @param address where to
 * @param state what the answer will carry, as the provider's kind has it
 * @param login what must be known when it comes back
 */
record Departure(URI address, String state, PendingLogin login) {

	@Override
	public String toString() {
		return "Departure[" + this.login + "]";
	}

}
