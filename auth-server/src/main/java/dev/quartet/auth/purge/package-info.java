/** Deletes what has expired, little by little, on one instance at a time. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.quartet.auth.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
