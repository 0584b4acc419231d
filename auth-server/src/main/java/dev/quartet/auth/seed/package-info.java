/**
 * Applies the seed: clients, people and scopes that are written in YAML files, at every
 * start.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clients", "users", "resources", "web" })
package dev.quartet.auth.seed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
