/**
 * Finds out what OpenID providers say about themselves and about people, and checks it.
 */
@NullMarked
package dev.quartet.app.oidc;

import org.jspecify.annotations.NullMarked;
