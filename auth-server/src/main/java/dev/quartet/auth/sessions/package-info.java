/** Browsers in which people are signed in: which there are, and when they end. */
@NullMarked
@ApplicationModule(allowedDependencies = { "authorizations", "onetime", "users" })
package dev.quartet.auth.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
