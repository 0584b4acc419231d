package dev.quartet.auth.seed;

import java.util.List;

import dev.quartet.auth.resources.LocalizedTexts;
import org.jspecify.annotations.Nullable;

/** Is a protected resource as a seed file describes it. */
record ResourceSeed(SeedText resource, String resourceName, @Nullable String owner, LocalizedTexts localized,
		List<ScopeSeed> scopes) {
}
