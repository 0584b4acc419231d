/**
 * Verifies what clients sign: with the keys that they registered, and that an assertion
 * comes once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clients", "keys", "onetime", "outbound" })
package dev.quartet.auth.assertions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
