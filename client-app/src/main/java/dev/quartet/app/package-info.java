/** Starts the client application. */
@NullMarked
package dev.quartet.app;

import org.jspecify.annotations.NullMarked;
