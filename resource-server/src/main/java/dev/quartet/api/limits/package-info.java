/** Limits how often one client may call, so that none of them takes all there is. */
@NullMarked
package dev.quartet.api.limits;

import org.jspecify.annotations.NullMarked;
