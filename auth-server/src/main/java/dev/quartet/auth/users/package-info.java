/** Knows the people, their profiles and their passwords. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.quartet.auth.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
