/** Greets every caller with a valid token: the smallest protected route. */
@NullMarked
package dev.quartet.api.greeting;

import org.jspecify.annotations.NullMarked;
