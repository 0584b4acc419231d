/** Walks through the three packaged applications as people and programs do. */
@NullMarked
package dev.quartet.e2e;

import org.jspecify.annotations.NullMarked;
