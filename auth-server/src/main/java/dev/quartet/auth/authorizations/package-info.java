/** What people have granted to clients, and the tokens that follow from it. */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "keys", "onetime", "purge", "resources", "users" })
package dev.quartet.auth.authorizations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
