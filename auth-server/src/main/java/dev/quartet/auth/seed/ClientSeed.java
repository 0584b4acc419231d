package dev.quartet.auth.seed;

import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.DeclaredSecret;

/**
 * Is a client as a seed file describes it; of its secrets only the hashes are left. It
 * has no secrets at all when the file leaves them to the server.
 */
record ClientSeed(SeedText clientId, ClientMetadata metadata, Optional<Set<DeclaredSecret>> secrets, Place scopePlace) {

	@Override
	public String toString() {
		return "ClientSeed[" + this.clientId.value() + "]";
	}

}
