/**
 * Signing out, by the person or at the request of a client, and telling the other
 * clients.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "audit", "authorizations", "clients", "keys", "outbound", "subjects", "web" })
package dev.quartet.auth.logout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
