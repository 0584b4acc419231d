/** What the server says about itself in its metadata. */
@NullMarked
@ApplicationModule(allowedDependencies = { "resources", "users", "web" })
package dev.quartet.auth.discovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
