/** Stands in for the other applications and for a browser. */
@NullMarked
package dev.quartet.app.fakes;

import org.jspecify.annotations.NullMarked;
