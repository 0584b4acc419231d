/** Signing in: the page, the session and the way back to what was asked for. */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "authorizations", "authorize", "clients", "keys", "purge",
		"sessions", "users", "web" })
package dev.quartet.auth.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
