/** When each permission was last used, where, and what follows when it no longer is. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clients", "purge", "resources", "users" })
package dev.quartet.auth.uses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
