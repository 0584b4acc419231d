/** Remembers the sign-ins that have not come back yet. */
@NullMarked
package dev.quartet.app.pending;

import org.jspecify.annotations.NullMarked;
