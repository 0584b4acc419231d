/** Knows the people, their profiles and their passwords. */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package dev.quartet.auth.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
