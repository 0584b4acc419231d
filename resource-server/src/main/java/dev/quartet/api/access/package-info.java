/**
 * Decides who may call this API: checks access tokens, explains refusals, publishes the
 * resource's metadata, tells the issuer which permissions are used.
 * <p>
 * The package knows no other feature, so another service can copy it whole; it needs a
 * {@link java.time.Clock} bean and the settings {@code quartet.api.*}. A feature tells it
 * by {@link dev.quartet.api.access.ScopeRule} beans which scopes its paths need.
 */
@NullMarked
package dev.quartet.api.access;

import org.jspecify.annotations.NullMarked;
