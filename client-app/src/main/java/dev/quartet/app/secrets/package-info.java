/** Keeps what must stay secret sealed at rest. */
@NullMarked
package dev.quartet.app.secrets;

import org.jspecify.annotations.NullMarked;
