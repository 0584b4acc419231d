/** Tells the operator what was asked and what became of it, and no secret. */
@NullMarked
package dev.quartet.api.observed;

import org.jspecify.annotations.NullMarked;
