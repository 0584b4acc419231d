/** How this application calls others: with timeouts, without following redirects. */
@NullMarked
package dev.quartet.app.outbound;

import org.jspecify.annotations.NullMarked;
