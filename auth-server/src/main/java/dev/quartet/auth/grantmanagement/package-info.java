/** What a client sees of the grants that people made it, and how it gives them back. */
@NullMarked
@ApplicationModule(allowedDependencies = { "authorizations", "discovery", "resources", "users", "web" })
package dev.quartet.auth.grantmanagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
