/** Runs what an operator asks for on the command line, instead of a server. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.quartet.auth.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
