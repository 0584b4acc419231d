/**
 * Decides who may call this API: checks access tokens, explains refusals, publishes the
 * resource's metadata.
 * <p>
 * The package and what is below it know no other feature, so another service can take
 * them over whole: they set themselves up and need the settings {@code quartet.api.*}
 * only. A feature tells by {@link dev.quartet.api.access.ScopeRule} beans what its paths
 * need.
 */
@NullMarked
package dev.quartet.api.access;

import org.jspecify.annotations.NullMarked;
