package dev.quartet.auth.resources;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;

/** Notices that a scope or an API is being written. */
class ScopeListener {

	private final ScopeChanges changes;

	ScopeListener(ScopeChanges changes) {
		this.changes = changes;
	}

	@PostPersist
	@PostUpdate
	@PostRemove
	void written(Object entity) {
		this.changes.announce();
	}

}
