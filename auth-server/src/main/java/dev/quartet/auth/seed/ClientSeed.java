package dev.quartet.auth.seed;

import java.util.Set;

import dev.quartet.auth.clients.ClientMetadata;

/** Is a client as a seed file describes it; of its secrets only the hashes are left. */
record ClientSeed(SeedText clientId, ClientMetadata metadata, Set<String> secretHashes, Place scopePlace) {

	@Override
	public String toString() {
		return "ClientSeed[" + this.clientId.value() + "]";
	}

}
