/** Starts the authorization server. */
@NullMarked
package dev.quartet.auth;

import org.jspecify.annotations.NullMarked;
