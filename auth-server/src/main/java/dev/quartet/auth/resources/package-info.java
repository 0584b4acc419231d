/** Knows the protected resources and the scopes that open them. */
@NullMarked
@ApplicationModule(allowedDependencies = "changes")
package dev.quartet.auth.resources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
