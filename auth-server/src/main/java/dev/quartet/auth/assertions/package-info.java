/**
 * Verifies what clients sign, with the keys that they registered: assertions of who they
 * are, which count once, and requests.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clients", "keys", "onetime", "outbound" })
package dev.quartet.auth.assertions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
