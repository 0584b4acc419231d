/** Keeps each caller's notes and shows them to nobody else. */
@NullMarked
package dev.quartet.api.notes;

import org.jspecify.annotations.NullMarked;
