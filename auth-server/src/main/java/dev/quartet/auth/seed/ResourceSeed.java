package dev.quartet.auth.seed;

import java.util.List;

/** Is a protected resource as a seed file describes it. */
record ResourceSeed(SeedText resource, String resourceName, List<ScopeSeed> scopes) {
}
