/** Signing out, by the person or at the request of a client. */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "keys", "web" })
package dev.quartet.auth.logout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
