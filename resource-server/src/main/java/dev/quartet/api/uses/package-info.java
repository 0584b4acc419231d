/** Tells the issuer which permissions are used. */
@NullMarked
package dev.quartet.api.uses;

import org.jspecify.annotations.NullMarked;
