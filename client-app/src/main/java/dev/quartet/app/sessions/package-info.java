/**
 * Keeps browsers signed in, on every instance, until they or their providers say
 * otherwise.
 */
@NullMarked
package dev.quartet.app.sessions;

import org.jspecify.annotations.NullMarked;
