/**
 * Clients that register themselves, and look after their registration (RFC 7591, RFC
 * 7592, OpenID Connect Registration).
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "authorizations", "clients", "commands", "discovery", "onetime",
		"outbound", "purge", "resources", "web" })
package dev.quartet.auth.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
