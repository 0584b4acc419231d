/**
 * The pictures of clients, fetched by this server: a browser that loaded them would tell
 * the client where it is.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clients", "outbound" })
package dev.quartet.auth.logos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
