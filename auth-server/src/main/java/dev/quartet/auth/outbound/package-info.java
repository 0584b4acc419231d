/**
 * Speaks for this server to addresses that strangers name, and to no address of its own
 * network.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.quartet.auth.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
