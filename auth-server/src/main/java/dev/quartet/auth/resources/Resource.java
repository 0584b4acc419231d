package dev.quartet.auth.resources;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;

/**
 * Is a protected API, named by the address that its tokens carry as {@code aud} (RFC 8707
 * §2).
 */
@Entity
@EntityListeners(ScopeListener.class)
public class Resource {

	@Id
	private String identifier;

	private String resourceName;

	@SuppressWarnings("NullAway.Init")
	protected Resource() {
	}

	public Resource(String identifier, String resourceName) {
		this.identifier = identifier;
		this.resourceName = resourceName;
	}

	public String identifier() {
		return this.identifier;
	}

	public String resourceName() {
		return this.resourceName;
	}

	/** Tells whether anything changed. */
	public boolean rename(String resourceName) {
		boolean changed = !resourceName.equals(this.resourceName);
		this.resourceName = resourceName;
		return changed;
	}

}
