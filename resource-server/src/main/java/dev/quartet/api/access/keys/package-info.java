/**
 * Knows the public keys of issuers, asking the issuers seldom, and checks signatures.
 */
@NullMarked
package dev.quartet.api.access.keys;

import org.jspecify.annotations.NullMarked;
