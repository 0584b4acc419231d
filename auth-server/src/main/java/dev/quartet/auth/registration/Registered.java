package dev.quartet.auth.registration;

import java.util.Optional;

import dev.quartet.auth.clients.Client;

/**
 * Is a client with what only it may learn: a secret when it is new, and the token of its
 * registration.
 */
record Registered(Client client, Optional<String> newSecret, String token) {

	@Override
	public String toString() {
		return "Registered[" + this.client.clientId() + "]";
	}

}
