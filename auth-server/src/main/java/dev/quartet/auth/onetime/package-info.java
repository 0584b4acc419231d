/**
 * Everything that may be used once: issued as a hash, claimed by one conditional
 * statement.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "purge" })
package dev.quartet.auth.onetime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
