/** Knows the registered clients, their secrets and what each may do. */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "changes", "commands" })
package dev.quartet.auth.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
