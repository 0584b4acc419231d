/** Keeps people's tokens sealed in the database, and renews each once. */
@NullMarked
package dev.quartet.app.tokens;

import org.jspecify.annotations.NullMarked;
