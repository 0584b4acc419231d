/** Lets a feature remember what it read, and forget it as soon as that changes here. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.quartet.auth.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
