/** Knows the providers that people can sign in with, from configuration alone. */
@NullMarked
package dev.quartet.app.registry;

import org.jspecify.annotations.NullMarked;
