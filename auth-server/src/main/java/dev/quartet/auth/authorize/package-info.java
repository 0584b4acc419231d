/**
 * The authorization endpoint: what may be asked for, when a person must sign in again,
 * and how the answer reaches the client.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "assertions", "authorizations", "clients", "consents", "keys", "resources",
		"subjects", "web" })
package dev.quartet.auth.authorize;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
