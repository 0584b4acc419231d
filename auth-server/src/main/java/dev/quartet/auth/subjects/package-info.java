/** What each client calls a person (OpenID Connect Core §8). */
@NullMarked
@ApplicationModule(allowedDependencies = "clients")
package dev.quartet.auth.subjects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
