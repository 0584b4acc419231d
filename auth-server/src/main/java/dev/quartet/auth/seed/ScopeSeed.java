package dev.quartet.auth.seed;

import org.jspecify.annotations.Nullable;

/** Is a scope as a seed file describes it. */
record ScopeSeed(SeedText scope, SeedText resource, String title, @Nullable String description) {
}
