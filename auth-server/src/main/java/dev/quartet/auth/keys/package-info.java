/**
 * The keys that sign tokens: kept sealed, chosen by algorithm, published as a JWK set.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "web" })
package dev.quartet.auth.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
