package dev.quartet.auth.resources;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

	@Convert(converter = LocalizedTextsColumn.class)
	private LocalizedTexts localized;

	@Enumerated(EnumType.STRING)
	private Risk risk;

	private boolean optional;

	@SuppressWarnings("NullAway.Init")
	protected Scope() {
	}

	public Scope(String name, Resource resource, String title, @Nullable String description) {
		this.name = name;
		this.resource = resource;
		this.title = title;
		this.description = description;
		this.localized = LocalizedTexts.NONE;
		this.risk = Risk.LOW;
		this.optional = true;
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

	/** The title in this language, else in the language of the others. */
	public String title(Locale language) {
		return this.localized.find("title", language).orElse(this.title);
	}

	/** The description in this language, else in the language of the others. */
	public Optional<String> description(Locale language) {
		return this.localized.find("description", language).or(this::description);
	}

	public Risk risk() {
		return this.risk;
	}

	/** Tells whether a client can do without it. */
	public boolean isOptional() {
		return this.optional;
	}

	/** Changes when anything does that a person is shown of the scope. */
	public String version() {
		return ShownVersion.of(this.localized, this.title, Objects.requireNonNullElse(this.description, ""),
				this.risk.value(), Boolean.toString(this.optional));
	}

	/** Tells whether anything changed. */
	public boolean describe(Resource resource, ScopeTexts texts, Risk risk, boolean optional) {
		String before = version();
		boolean moved = this.resource == null || !this.resource.identifier().equals(resource.identifier());
		this.resource = resource;
		this.title = texts.title();
		this.description = texts.description();
		this.localized = texts.localized();
		this.risk = risk;
		this.optional = optional;
		return moved || !version().equals(before);
	}

}
