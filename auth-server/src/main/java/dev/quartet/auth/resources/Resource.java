package dev.quartet.auth.resources;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

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

	private @Nullable String owner;

	@Convert(converter = LocalizedTextsColumn.class)
	private LocalizedTexts localized;

	@SuppressWarnings("NullAway.Init")
	protected Resource() {
	}

	public Resource(String identifier, String resourceName) {
		this.identifier = identifier;
		this.resourceName = resourceName;
		this.localized = LocalizedTexts.NONE;
	}

	public String identifier() {
		return this.identifier;
	}

	public String resourceName() {
		return this.resourceName;
	}

	/** The name in this language, else in the language of the others. */
	public String resourceName(Locale language) {
		return this.localized.find("resource_name", language).orElse(this.resourceName);
	}

	/** Who runs the API. */
	public Optional<String> owner() {
		return Optional.ofNullable(this.owner);
	}

	/** Changes when anything does that a person is shown of the API. */
	public String version() {
		return ShownVersion.of(this.localized, this.resourceName, Objects.requireNonNullElse(this.owner, ""));
	}

	/** Tells whether anything changed. */
	public boolean describe(String resourceName, @Nullable String owner, LocalizedTexts localized) {
		String before = version();
		this.resourceName = resourceName;
		this.owner = owner;
		this.localized = localized;
		return !version().equals(before);
	}

}
