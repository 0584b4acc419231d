/**
 * Creates the first administrator: from a configured password, or through a link that
 * works once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "onetime", "users" })
package dev.quartet.auth.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
