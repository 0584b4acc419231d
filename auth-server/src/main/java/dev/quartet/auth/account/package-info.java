/**
 * The pages on which a person looks after her own account: profile, password, sessions
 * and activity.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "authorizations", "clients", "purge", "sessions", "users", "web" })
package dev.quartet.auth.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
