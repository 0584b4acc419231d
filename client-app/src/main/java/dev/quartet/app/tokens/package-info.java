/** Keeps a person's tokens on the server and renews them. */
@NullMarked
package dev.quartet.app.tokens;

import org.jspecify.annotations.NullMarked;
