package dev.quartet.auth.resources;

import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Is one permission, said in the words that a person reads when asked for it. */
@Entity
@EntityListeners(ScopeListener.class)
public class Scope {

	@Id
	private String name;

	@ManyToOne(fetch = FetchType.EAGER)
	@JoinColumn(name = "resource")
	private @Nullable Resource resource;

	private String title;

	private @Nullable String description;

	@SuppressWarnings("NullAway.Init")
	protected Scope() {
	}

	public Scope(String name, Resource resource, String title, @Nullable String description) {
		this.name = name;
		this.resource = resource;
		this.title = title;
		this.description = description;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Is empty for the scopes of OpenID Connect, which open no API but the person's
	 * account.
	 */
	public Optional<Resource> resource() {
		return Optional.ofNullable(this.resource);
	}

	public String title() {
		return this.title;
	}

	public Optional<String> description() {
		return Optional.ofNullable(this.description);
	}

	/** Tells whether anything changed. */
	public boolean describe(Resource resource, String title, @Nullable String description) {
		boolean same = this.resource != null && this.resource.identifier().equals(resource.identifier())
				&& this.title.equals(title) && Objects.equals(this.description, description);
		this.resource = resource;
		this.title = title;
		this.description = description;
		return !same;
	}

}
