/** Lets providers end the sessions that began with theirs. */
@NullMarked
package dev.quartet.app.logout;

import org.jspecify.annotations.NullMarked;
