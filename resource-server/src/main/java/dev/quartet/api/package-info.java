/** Starts the protected API. */
@NullMarked
package dev.quartet.api;

import org.jspecify.annotations.NullMarked;
