/** Calls the resource server on behalf of the signed-in person. */
@NullMarked
package dev.quartet.app.api;

import org.jspecify.annotations.NullMarked;
