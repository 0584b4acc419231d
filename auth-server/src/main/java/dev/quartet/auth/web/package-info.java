/**
 * Gives every page its frame: layout, security headers, request ids and the error page.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.quartet.auth.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
