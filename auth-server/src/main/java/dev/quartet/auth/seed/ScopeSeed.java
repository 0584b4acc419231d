package dev.quartet.auth.seed;

import dev.quartet.auth.resources.Risk;
import dev.quartet.auth.resources.ScopeTexts;

/** Is a scope as a seed file describes it. */
record ScopeSeed(SeedText scope, SeedText resource, ScopeTexts texts, Risk risk, boolean optional) {
}
