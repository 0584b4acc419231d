/** What happened, to whom and by which client, written down for its owner. */
@NullMarked
@ApplicationModule(allowedDependencies = { "purge" })
package dev.quartet.auth.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
