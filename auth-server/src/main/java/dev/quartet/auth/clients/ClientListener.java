package dev.quartet.auth.clients;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;

/** Notices that a client or one of its secrets is being written. */
class ClientListener {

	private final ClientChanges changes;

	ClientListener(ClientChanges changes) {
		this.changes = changes;
	}

	@PostPersist
	@PostUpdate
	@PostRemove
	void written(Object entity) {
		this.changes.announce();
	}

}
