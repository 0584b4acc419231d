/** Answering a device that has no browser: its code, what it asks for, yes or no. */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "audit", "authorizations", "clients", "consents", "onetime", "purge", "users", "web" })
package dev.quartet.auth.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
