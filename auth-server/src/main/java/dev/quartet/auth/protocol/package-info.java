/**
 * The OAuth and OpenID Connect endpoints: who may call them and what their answers
 * contain.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "assertions", "authorizations", "authorize", "clients", "discovery",
		"resources", "sessions", "subjects", "users", "uses", "web" })
package dev.quartet.auth.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
