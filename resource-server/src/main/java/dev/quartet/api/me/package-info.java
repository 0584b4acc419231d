/** Shows each caller what her token says about her. */
@NullMarked
package dev.quartet.api.me;

import org.jspecify.annotations.NullMarked;
