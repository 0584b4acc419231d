package dev.quartet.auth.resources;

import org.jspecify.annotations.Nullable;

/** Is what a person reads of a scope, in every language in which it is written. */
public record ScopeTexts(String title, @Nullable String description, LocalizedTexts localized) {
}
