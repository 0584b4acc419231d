/** Beginning a sign-in here that an application goes on with. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clients", "web" })
package dev.quartet.auth.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
